"""Stacks, windows and chunks of ids, as schedulers keep them."""

from collections import deque
from itertools import chain, islice


def chunks(items, size):
    for start in range(0, len(items), size):
        yield items[start : start + size]


async def main(manager, run_id, user_id):
    recent = deque(maxlen=2)
    recent.append(run_id)
    recent.append(user_id)
    await manager.send_to_user(recent[-1], {"n": 1})
    await manager.send_to_user(recent[0], {"n": 2})
    flat = [run_id, "user_a", run_id, "user_b"]
    for run, person in chunks(flat, 2):
        await manager.send_to_user(person, {"run_id": run})
    for person in flat[1::2]:
        await manager.send_to_user(person, {"n": 3})
    for run in flat[::2]:
        await manager.send_to_user(run, {"n": 4})
    head, tail = flat[:1], flat[1:]
    await manager.send_to_user(head[0], {"n": 5})
    await manager.send_to_user(tail[0], {"n": 6})
    for person in chain(["user_c"], [user_id]):
        await manager.send_to_user(person, {"n": 7})
    for person in chain(["user_d"], [run_id]):
        await manager.send_to_user(person, {"n": 8})
    for person in islice(chain(["user_e"], [run_id]), 1):
        await manager.send_to_user(person, {"n": 9})
    last_run, last_user = (flat + [run_id, user_id])[-2:]
    await manager.send_to_user(last_user, {"n": 10})
    await manager.send_to_user(last_run, {"n": 11})
    await manager.send_to_user(list(reversed(flat))[0], {"n": 12})
