"""Two functions that call each other, ending in different values."""


def even(value, other, depth):
    return value if depth == 0 else odd(value, other, depth - 1)


def odd(value, other, depth):
    return other if depth == 0 else even(value, other, depth - 1)


async def main(manager, run_id, user_id, count):
    await manager.send_to_user(even(user_id, "lobby", count), {"n": 1})
    await manager.send_to_user(even(user_id, run_id, count), {"n": 2})
