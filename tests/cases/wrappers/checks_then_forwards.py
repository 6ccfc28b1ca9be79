"""One wrapper checks before it forwards; the other forwards first."""


async def safe_send(ws, who, body):
    if not who:
        return False
    if who.startswith("run_"):
        return False
    return await ws.send_to_user(who, body)


async def hasty_send(ws, who, body):
    sent = await ws.send_to_user(who, body)
    if who.startswith("run_"):
        return False
    return sent


async def main(manager, run_id, user_id):
    for x in (user_id or "nobody", run_id):
        await safe_send(manager, x, {"n": 1})
    await hasty_send(manager, user_id or "nobody", {"n": 2})
    await hasty_send(manager, run_id, {"n": 3})
