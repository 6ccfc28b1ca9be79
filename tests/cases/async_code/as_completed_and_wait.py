"""`as_completed`, `wait` and `shield`."""

import asyncio


async def resolve(value):
    await asyncio.sleep(0)
    return value


async def main(manager, run_id, user_id):
    for finished in asyncio.as_completed([resolve(user_id or "nobody"), resolve("lobby")]):
        await manager.send_to_user(await finished, {"n": 1})
    done, _ = await asyncio.wait([asyncio.ensure_future(resolve(run_id))])
    for task in done:
        await manager.send_to_user(task.result(), {"n": 2})
    await manager.send_to_user(await asyncio.shield(resolve(run_id)), {"n": 3})
