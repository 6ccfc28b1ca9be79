async def push(ws, address, body):
    await ws.send_message(address, body)
