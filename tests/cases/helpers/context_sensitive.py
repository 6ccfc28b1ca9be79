"""One helper, called once with each id."""


def identity(value):
    return value


def pick(mapping, key):
    return mapping[key]


async def main(manager, run_id, user_id):
    await manager.send_to_user(identity(user_id), {"run": identity(run_id)})
    await manager.send_to_user(pick({"a": run_id, "b": user_id}, "b"), {"n": 1})
    await manager.send_to_user(pick({"a": run_id, "b": user_id}, "a"), {"n": 2})
