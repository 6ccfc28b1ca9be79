import state


async def send_current(ws):
    if state.recipient:
        await ws.send_to_user(state.recipient, {"n": 1})
