"""An enum tells an id's kind, and the sender branches on it."""

from enum import Enum


class IdKind(Enum):
    RUN = "run"
    THREAD = "thread"
    USER = "user"


def classify(value):
    if value.startswith("run_"):
        return IdKind.RUN
    if value.startswith("thread_"):
        return IdKind.THREAD
    return IdKind.USER


async def route(manager, target, message):
    kind = classify(target)
    if kind is IdKind.THREAD:
        await manager.send_to_thread(target, message)
    elif kind is IdKind.USER:
        await manager.send_to_user(target, message)
    else:
        print("not routed", target)


async def route_by_table(manager, target, message):
    kind = classify(target)
    if kind == IdKind.RUN:
        return
    senders = {IdKind.THREAD: manager.send_to_thread, IdKind.USER: manager.send_to_user}
    await senders[kind](target, message)


async def route_carelessly(manager, target, message):
    if classify(target) is not IdKind.THREAD:
        await manager.send_to_user(target, message)


async def main(manager, run_id, user_id, thread_id):
    for target in (run_id, user_id, thread_id):
        if target is None:
            continue
        await route(manager, target, {"n": 1})
        await route_by_table(manager, target, {"n": 2})
        await route_carelessly(manager, target, {"n": 3})
