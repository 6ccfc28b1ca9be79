"""Recursive helpers."""


def unwrap(value):
    if isinstance(value, list):
        return unwrap(value[0])
    return value


def even(count, value):
    return value if count == 0 else odd(count - 1, value)


def odd(count, value):
    return "nobody" if count == 0 else even(count - 1, value)


async def main(manager, run_id, user_id):
    await manager.send_to_user(unwrap([[run_id]]), {"n": 1})
    await manager.send_to_user(unwrap([user_id]), {"n": 2})
    await manager.send_to_user(even(2, run_id), {"n": 3})
