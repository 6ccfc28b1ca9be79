"""A conditional expression as the element, and as the filter."""


async def main(manager, run_id, user_id):
    ids = [user_id or "nobody", run_id]
    safe = [x if not x.startswith("run_") else "operator" for x in ids]
    for who in safe:
        await manager.send_to_user(who, {"n": 1})
    mixed = [x if x else "operator" for x in ids]
    for who in mixed:
        await manager.send_to_user(who, {"n": 2})
