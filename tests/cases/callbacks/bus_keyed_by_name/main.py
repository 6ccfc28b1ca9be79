"""Handlers subscribe to named events by a decorator of another module."""

import notifications
from events import emit


async def main(manager, run_id, user_id):
    assert notifications
    await emit("agent.started", ws=manager, owner=user_id, job=run_id)
    await emit("agent.failed", ws=manager, owner=user_id, job=run_id)
