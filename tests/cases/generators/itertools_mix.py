"""`chain`, `islice`, `repeat` and `zip` around a generator."""

import itertools


def jobs(run_id):
    while True:
        yield run_id


async def main(manager, run_id, user_id):
    for who in itertools.chain(["lobby"], [user_id]):
        await manager.send_to_user(who, {"n": 1})
    for who in itertools.islice(jobs(run_id), 2):
        await manager.send_to_user(who, {"n": 2})
    for who, job in zip([user_id], jobs(run_id)):
        await manager.send_to_user(who, {"job": job})
    for who in itertools.chain.from_iterable([[user_id], itertools.repeat(run_id, 1)]):
        await manager.send_to_user(who, {"n": 4})
