"""The function is chosen, then called."""


def by_user(run_id, user_id):
    return user_id or "nobody"


def by_run(run_id, user_id):
    return run_id


async def main(manager, run_id, user_id, flag):
    resolve = by_user if flag else by_run
    await manager.send_to_user(resolve(run_id, user_id), {"n": 1})
    await manager.send_to_user((by_user if flag else by_user)(run_id, user_id), {"n": 2})
