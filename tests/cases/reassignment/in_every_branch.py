"""Overwritten in each branch of a ladder, and in a `try` with its handler."""


def load(mode):
    if mode == "user":
        raise KeyError(mode)
    return "desk"


async def main(manager, run_id, user_id, mode):
    x = run_id
    if mode == "user":
        x = user_id
    elif mode == "thread":
        x = "lobby"
    else:
        x = "operator"
    await manager.send_to_user(x, {"run": run_id})
    y = run_id
    try:
        y = load(mode)
    except KeyError:
        y = user_id
    await manager.send_to_user(y, {"n": 2})
    z = run_id
    try:
        z = load(mode)
    except KeyError:
        pass
    await manager.send_to_user(z, {"n": 3})
