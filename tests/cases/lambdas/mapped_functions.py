"""`map`, `starmap` and an executor's `map`, with a lambda, a function, a builtin and a class."""

from concurrent.futures import ThreadPoolExecutor
from itertools import starmap


class Row:
    def __init__(self, who):
        self.who = who


def second(one, other):
    return other


async def main(manager, run_id, user_id):
    for who in map(lambda each: each or "nobody", [user_id]):
        await manager.send_to_user(who, {"n": 1})
    for who in map(str, [run_id]):
        await manager.send_to_user(who, {"n": 2})
    for who in map(second, [run_id], [user_id]):
        await manager.send_to_user(who, {"n": 3})
    for who in starmap(second, [(run_id, user_id)]):
        await manager.send_to_user(who, {"n": 4})
    for who in starmap(second, [(user_id, run_id)]):
        await manager.send_to_user(who, {"n": 5})
    with ThreadPoolExecutor(1) as pool:
        for who in pool.map(lambda each: each.strip(), [run_id]):
            await manager.send_to_user(who, {"n": 6})
    for row in list(map(Row, [run_id])):
        await manager.send_to_user(row.who, {"n": 7})
