"""A positive check that a run id cannot pass."""

import re

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    if UUID.fullmatch(recipient):
        await manager.send_to_user(recipient, {"n": 1})
