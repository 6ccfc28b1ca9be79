"""Defaults that are evaluated once, of a lambda and of a nested function."""


async def main(manager, run_id, user_id):
    x = run_id

    async def bound(to=x):
        await manager.send_to_user(to, {"n": 1})

    x = user_id

    async def later(to=x):
        await manager.send_to_user(to, {"n": 2})

    x = run_id
    await later()
    await bound()
    await bound("lobby")
    pick = lambda to=user_id: to
    await manager.send_to_user(pick(), {"n": 3})
    await manager.send_to_user(pick(x), {"n": 4})
