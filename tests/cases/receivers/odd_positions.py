"""Sends in odd positions of statements."""

import asyncio


async def gives(ws, x):
    return await ws.send_to_user(x, {"n": 1})


async def main(manager, run_id, user_id):
    x, y = run_id, user_id
    if await manager.send_to_user(x, {"n": 2}): pass
    if (await manager.send_to_user(y, {"n": 3}) and
            await manager.send_to_user(x, {"n": 4})):
        sent = [
            await manager.send_to_user(x, {"n": 5}),
            await manager.send_to_user(y, {"n": 6}),
        ]
    table = {
        "ok": await manager.send_to_user(y, {"n": 7}),
        "no": await manager.send_to_user(x, {"n": 8}),
    }
    assert await manager.send_to_user(y, {"n": 9}), sent
    text = f"{await manager.send_to_user(x, {'n': 10})}"
    first = await manager.send_to_user(x, {"n": 11}); second = len(text)
    while not await manager.send_to_user(y, {"n": 13}):
        break
    await asyncio.sleep(0 if await manager.send_to_user(x, {"n": 14}) else 1)
    await gives(manager, y)
    await gives(manager, x)
    return (table, first, second, (await manager.send_to_user(x, {"n": 15})))
