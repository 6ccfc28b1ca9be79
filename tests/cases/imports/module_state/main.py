"""A module's global set from another module."""

import state
from sender import send_current


async def main(manager, run_id):
    state.recipient = run_id
    await send_current(manager)
