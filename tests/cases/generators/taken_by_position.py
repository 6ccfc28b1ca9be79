"""Generators without loops, of which elements are taken by their place."""


def ends(run_id, user_id):
    yield user_id
    yield run_id


def details(run_id, user_id, with_run):
    if with_run:
        yield run_id
    yield user_id
    for _ in range(2):
        yield "user_watcher"
    yield run_id


async def main(manager, run_id, user_id, flag):
    await manager.send_to_user(list(ends(run_id, user_id))[0], {"n": 1})
    await manager.send_to_user(list(ends(run_id, user_id))[1], {"n": 2})
    owner, run = ends(run_id, user_id)
    await manager.send_to_user(owner, {"run": run})
    await manager.send_to_user(run, {"n": 3})
    *_, last = ends(run_id, user_id)
    await manager.send_to_user(last, {"n": 4})
    await manager.send_to_user(next(details(run_id, user_id, False)), {"n": 5})
    await manager.send_to_user(next(details(run_id, user_id, True)), {"n": 6})
    await manager.send_to_user(next(details(run_id, user_id, flag)), {"n": 7})
    stream = ends(run_id, user_id)
    next(stream)
    for rest in stream:
        await manager.send_to_user(rest, {"n": 8})
    again = ends(run_id, user_id)
    next(again)
    await manager.send_to_user(list(again)[0], {"n": 9})
    *_, end = details(run_id, user_id, False)
    await manager.send_to_user(end, {"n": 10})
