"""The value that `yield from` gives is the generator's return value."""


def steps(run_id, owner):
    yield "plan"
    yield "search"
    return owner


def steps_of_job(run_id, owner):
    yield "plan"
    return run_id


def collect(generator, into):
    result = yield from generator
    into.append(result)


async def main(manager, run_id, user_id):
    good, bad = [], []
    for name in collect(steps(run_id, user_id), good):
        await manager.send_to_user(name, {"n": 1})
    await manager.send_to_user(good[0], {"n": 2})
    for name in collect(steps_of_job(run_id, user_id), bad):
        await manager.send_to_user(name, {"n": 3})
    await manager.send_to_user(bad[0], {"n": 4})
