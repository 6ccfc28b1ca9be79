"""The result of the check is kept, negated, and combined."""


async def main(manager, run_id, user_id, flag):
    x = user_id or run_id
    is_run = x.startswith("run_")
    allowed = not is_run
    if allowed and flag:
        await manager.send_to_user(x, {"n": 1})
    if is_run or flag:
        return
    await manager.send_to_user(x, {"n": 2})
