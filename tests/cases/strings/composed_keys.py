"""Keys made of several parts: the prefix decides."""


def cache_key(kind, value):
    return f"{kind}:{value}"


def suffixed(value, suffix=""):
    return f"{value}{suffix}"


async def main(manager, run_id, user_id):
    await manager.send_to_user(cache_key("user", user_id), {"n": 1})
    await manager.send_to_user(cache_key("owner-of", run_id), {"n": 2})
    await manager.send_to_user(suffixed(run_id), {"n": 3})
    await manager.send_to_user("ws/" + run_id, {"n": 4})
