"""A collection of run ids by name."""


async def main(manager, run_id, user_id):
    active = {"run_ids": [run_id]}
    for each in active["run_ids"]:
        await manager.send_to_user(each, {"n": 1})
    for current_run_id in [run_id]:
        await manager.send_to_user(current_run_id, {"n": 2})
