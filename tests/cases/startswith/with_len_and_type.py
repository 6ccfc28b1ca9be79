"""A check beside other checks of type and length."""


def usable(x):
    return isinstance(x, str) and len(x) > 3 and not x.startswith("run_")


async def main(manager, run_id, user_id):
    x = user_id or run_id
    if isinstance(x, str) and not x.startswith("run_") and len(x) < 80:
        await manager.send_to_user(x, {"n": 1})
    if not isinstance(x, str) or x.startswith("run_"):
        return
    await manager.send_to_user(x, {"n": 2})
    if usable(x):
        await manager.send_to_user(x, {"n": 3})
