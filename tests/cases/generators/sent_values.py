"""A coroutine by generator is sent its recipients."""


def collector(found):
    while True:
        value = yield len(found)
        if value is None:
            return
        found.append(value)


def chosen(ids):
    for each in ids:
        if each is None or each.startswith("run_"):
            continue
        yield each


def everything(ids):
    yield from ids


async def main(manager, run_id, user_id):
    for who in chosen([run_id, user_id]):
        await manager.send_to_user(who, {"n": 1})
    for who in everything([run_id]):
        await manager.send_to_user(who, {"n": 2})
    found = []
    coroutine = collector(found)
    next(coroutine)
    coroutine.send(run_id)
    await manager.send_to_user(found[0], {"n": 3})
