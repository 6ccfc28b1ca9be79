"""Names that only look like run ids, and collections of run ids."""


async def main(manager, run_id, user_id):
    runner_id = user_id
    running = user_id
    dry_run_identity = user_id
    prun_idx = "lobby"
    await manager.send_to_user(runner_id, {"n": 1})
    await manager.send_to_user(running, {"n": 2})
    await manager.send_to_user(dry_run_identity, {"n": 3})
    await manager.send_to_user(prun_idx, {"n": 4})
    run_ids = [run_id]
    await manager.send_to_user(run_ids[0], {"n": 5})
    for each in run_ids:
        await manager.send_to_user(each, {"n": 6})
