"""The result of a task."""

import asyncio


async def resolve(run_id, user_id, flag):
    return user_id if flag else run_id


async def main(manager, run_id, user_id, flag):
    task = asyncio.create_task(resolve(run_id, user_id, flag))
    await manager.send_to_user(await task, {"n": 1})
    again = asyncio.ensure_future(resolve(run_id, user_id, True))
    await again
    await manager.send_to_user(again.result(), {"n": 2})
