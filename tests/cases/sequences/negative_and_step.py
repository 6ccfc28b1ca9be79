"""Negative indices, steps and reversed slices."""


async def main(manager, run_id, user_id):
    chain = [user_id or "nobody", "desk", run_id]
    await manager.send_to_user(chain[-3], {"n": 1})
    await manager.send_to_user(chain[-1], {"n": 2})
    await manager.send_to_user(chain[::-1][0], {"n": 3})
    await manager.send_to_user(chain[:2][-1], {"n": 4})
    await manager.send_to_user(chain[1:][1], {"n": 5})
    await manager.send_to_user((chain + ["tail"])[3], {"n": 6})
