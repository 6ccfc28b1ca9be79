"""Senders run as tasks."""

import asyncio


async def send(manager, who, body):
    if who:
        await manager.send_to_user(who, body)


async def later(manager, run_id):
    await asyncio.sleep(0)
    return run_id


async def main(manager, run_id, user_id):
    await asyncio.gather(*(send(manager, who, {"n": 1}) for who in (user_id, None)))
    await asyncio.gather(*[send(manager, who, {"n": 2}) for who in [run_id]])
    task = asyncio.create_task(later(manager, run_id))
    await send(manager, await task, {"n": 3})
    first, second = await asyncio.gather(later(manager, user_id), later(manager, run_id))
    await send(manager, first, {"n": 4})
    await send(manager, second, {"n": 5})
    await asyncio.wait_for(send(manager, user_id, {"n": 6}), 1)
