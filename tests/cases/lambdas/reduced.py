"""``functools.reduce`` folds over a list."""

from functools import reduce


async def main(manager, run_id, user_id, thread_id):
    first = reduce(lambda held, each: held or each, [None, user_id, run_id], None)
    await manager.send_to_user(first, {"n": 1})
    joined = reduce(lambda a, b: f"{a}-{b}", ["x", run_id])
    if user_id:
        only = reduce(lambda held, each: held or each, [None, user_id])
        await manager.send_to_user(only, {"n": 2, "joined": joined})
    config = reduce(lambda d, pair: {**d, pair[0]: pair[1]}, [("a", run_id), ("b", user_id)], {})
    await manager.send_to_user(config["a"], {"n": 3})
    if config["b"]:
        await manager.send_to_user(config["b"], {"n": 4})
