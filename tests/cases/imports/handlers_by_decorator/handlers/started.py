from registry import handles


@handles("started")
async def on_started(ws, event):
    await ws.send_to_user(event["who"], {"job": event["job"]})
