"""A pair taken apart by position."""


def ids(run_id, user_id):
    return run_id, user_id


async def main(manager, run_id, user_id):
    run, user = ids(run_id, user_id)
    await manager.send_to_user(user, {"run": run})
    await manager.send_to_user(run, {"user": user})
