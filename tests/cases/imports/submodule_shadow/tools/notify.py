async def notify(ws, channel):
    await ws.send_to_user(channel, {"n": 1})
