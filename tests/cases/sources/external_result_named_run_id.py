"""A name that is called like a run id, but holds something of another kind."""

import os


async def main(manager, run_id, user_id, flag):
    label = os.environ.get("NOBODY_SETS_THIS", "operator")
    if label:
        await manager.send_to_user(label, {"n": 1})
    current_run_id = run_id
    await manager.send_to_user(current_run_id, {"n": 2})
    last_run_id = user_id
    if last_run_id:
        await manager.send_to_user(last_run_id, {"n": 3})
