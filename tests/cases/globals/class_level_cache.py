"""A cache that all functions of the module share, keyed by a constant."""

CACHE = {}


def put(name, value):
    CACHE[name] = value


def fetch(name):
    return CACHE[name]


async def main(manager, run_id, user_id):
    put("owner", user_id)
    put("job", run_id)
    await manager.send_to_user(fetch("owner"), {"n": 1})
    await manager.send_to_user(fetch("job"), {"n": 2})
    await manager.send_to_user(CACHE["job"], {"n": 3})
    await manager.send_to_user(CACHE["owner"], {"n": 4})
