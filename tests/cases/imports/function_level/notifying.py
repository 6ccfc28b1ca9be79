async def notify(ws, who):
    import logging

    logging.debug("to %s", who)
    await ws.send_to_user(who, {"n": 1})
