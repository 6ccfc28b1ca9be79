"""Pairs from a generator keep their positions."""


def pairs(run_id, user_id):
    yield run_id, user_id


async def main(manager, run_id, user_id):
    for run, user in pairs(run_id, user_id):
        await manager.send_to_user(user, {"run": run})
        await manager.send_to_user(run, {"user": user})
    first = next(pairs(run_id, user_id))
    await manager.send_to_user(first[0], {"n": 3})
