"""Workers take jobs out of a list of coroutines and of functions."""

import asyncio


async def notify(ws, who, n):
    await ws.send_to_user(who, {"n": n})


async def run_all(coroutines):
    for coroutine in coroutines:
        await coroutine


async def call_all(functions, argument):
    return await asyncio.gather(*[function(argument) for function in functions])


async def main(manager, run_id, user_id):
    await run_all([notify(manager, user_id, 1), notify(manager, "lobby", 2)])
    await run_all([notify(manager, run_id, 3)])

    async def by_value(who):
        await manager.send_to_user(who, {"n": 4})

    await call_all([by_value], user_id)
    await call_all([by_value, by_value], run_id)
