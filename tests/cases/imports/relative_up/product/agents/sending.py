async def push(ws, whom, body):
    await ws.send_to_user(whom, body)
