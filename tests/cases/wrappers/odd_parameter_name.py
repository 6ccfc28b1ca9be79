"""A wrapper whose parameter says nothing."""


async def push(ws, x, body):
    await ws.send_message(x, body)


async def main(manager, run_id, user_id):
    await push(manager, user_id, {"n": 1})
    await push(manager, run_id, {"n": 2})
