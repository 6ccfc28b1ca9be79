from registry import handles


@handles("finished")
async def on_finished(ws, event):
    await ws.send_to_user(event["job"], {"who": event["who"]})
