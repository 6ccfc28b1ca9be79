"""A check decides which send it is."""


async def route(ws, target, body):
    if target.startswith("thread_"):
        await ws.send_to_thread(target, body)
    else:
        await ws.send_to_user(target, body)


async def main(manager, user_id, thread_id):
    await route(manager, thread_id, {"n": 1})
    await route(manager, user_id, {"n": 2})
