"""A value handed back through three functions."""


def innermost(value):
    return value


def middle(value, label):
    result = innermost(value)
    return result, label


def outer(value):
    pair = middle(value, "x")
    return pair


async def main(manager, run_id, user_id):
    await manager.send_to_user(outer(user_id)[0], {"run": run_id})
    await manager.send_to_user(outer(run_id)[0], {"n": 1})
    await manager.send_to_user(outer(run_id)[1], {"n": 2})
