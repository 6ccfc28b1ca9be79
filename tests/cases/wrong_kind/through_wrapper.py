"""A thread id through a wrapper."""


async def post(ws, where, text):
    await ws.send_to_thread(where, {"text": text})


async def main(manager, user_id, thread_id):
    await post(manager, thread_id, "right")
    await post(manager, user_id, "wrong")
