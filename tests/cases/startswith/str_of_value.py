"""The check is made on `str(x)`, on a stripped and on a lowered copy."""


async def main(manager, run_id, user_id):
    x = user_id or run_id
    if not str(x).startswith("run_"):
        await manager.send_to_user(x, {"n": 1})
    text = x.strip()
    if text.startswith("run_"):
        text = "operator"
    await manager.send_to_user(text, {"n": 2})
    if x.lower().startswith("run_"):
        return
    await manager.send_to_user(x, {"n": 3})
