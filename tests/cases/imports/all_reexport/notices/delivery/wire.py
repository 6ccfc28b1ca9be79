async def push_raw(ws, x, body):
    await ws.send_to_user(x, body)
