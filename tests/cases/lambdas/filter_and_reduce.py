"""`filter`, `map` and `reduce` with lambdas."""

from functools import reduce


async def main(manager, run_id, user_id):
    ids = [run_id, user_id or "nobody"]
    for who in filter(lambda x: not x.startswith("run_"), ids):
        await manager.send_to_user(who, {"n": 1})
    for who in filter(None, ids):
        await manager.send_to_user(who, {"n": 2})
    for who in map(lambda x: x.upper()[:3], ids):
        await manager.send_to_user(who, {"n": 3})
    await manager.send_to_user(reduce(lambda a, b: a or b, ids), {"n": 4})
