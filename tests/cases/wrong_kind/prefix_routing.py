"""A prefix decides which send it is; one of two routers has it backwards."""


async def route(ws, x, body):
    if not x:
        return
    send = ws.send_to_thread if x.startswith("thread_") else ws.send_to_user
    await send(x, body)


async def backwards(ws, x, body):
    if not x:
        return
    if x.startswith("thread_"):
        await ws.send_to_user(x, body)
    else:
        await ws.send_to_thread(x, body)


async def main(manager, user_id, thread_id):
    for x in (user_id, thread_id):
        await route(manager, x, {"n": 1})
        await backwards(manager, x, {"n": 2})
