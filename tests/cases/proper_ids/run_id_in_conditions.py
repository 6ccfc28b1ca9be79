"""Run ids decide, count, name tasks and files; users receive."""

import asyncio
import logging
import os

logger = logging.getLogger("jobs")


async def main(manager, run_id, user_id, count):
    if run_id and len(run_id) > count:
        await manager.send_to_user(user_id, {"n": 1})
    path = os.path.join("/tmp", run_id, "report.json")
    logger.debug("run %s to %s", run_id, path)
    task = asyncio.ensure_future(manager.send_to_user(user_id, {"path": path}))
    tasks = {run_id: task}
    await tasks[run_id]
    for attempt in range(count):
        await manager.send_to_user(user_id, {"attempt": attempt, "key": f"{run_id}:{attempt}"})
    x = run_id
    x = None
    await manager.send_to_user(x or user_id or "operator", {"n": 4})
