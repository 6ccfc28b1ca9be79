"""Sends made in a comprehension and gathered."""

import asyncio


async def broadcast(ws, people, body):
    return await asyncio.gather(*[ws.send_to_user(each, body) for each in people])


async def main(manager, run_id, user_id):
    await broadcast(manager, [user_id, "lobby"], {"run_id": run_id})
    await broadcast(manager, [user_id, run_id], {"n": 2})
    await asyncio.gather(*(manager.send_to_user(x, {"n": 3}) for x in {user_id} if x))
