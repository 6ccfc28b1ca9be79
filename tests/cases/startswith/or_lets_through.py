"""A condition with `or` that lets run ids through all the same."""


async def main(manager, run_id, user_id, flag):
    x = user_id or run_id
    if not x.startswith("run_") or flag:
        await manager.send_to_user(x, {"n": 1})
    if not (x.startswith("run_") or flag):
        await manager.send_to_user(x, {"n": 2})
    if not (x.startswith("run_") and flag):
        await manager.send_to_user(x, {"n": 3})
