"""Handlers register themselves when their modules are imported."""

from registry import dispatch
import handlers


async def main(manager, run_id, user_id):
    assert handlers.LOADED
    await dispatch("started", manager, {"who": user_id, "job": run_id})
    await dispatch("finished", manager, {"who": user_id, "job": run_id})
