"""A function tells the kind of an id; the caller compares it."""

from enum import Enum, auto


class Kind(Enum):
    RUN = auto()
    THREAD = auto()
    USER = auto()


def kind_of(value):
    if value.startswith("run_"):
        return Kind.RUN
    if value.startswith("thread_"):
        return Kind.THREAD
    return Kind.USER


async def route(manager, target, body):
    kind = kind_of(target)
    if kind is Kind.RUN:
        return False
    if kind == Kind.THREAD:
        return await manager.send_to_thread(target, body)
    return await manager.send_to_user(target, body)


async def misroute(manager, target, body):
    if kind_of(target) is not Kind.THREAD:
        await manager.send_to_user(target, body)


async def main(manager, run_id, user_id, thread_id):
    for target in (run_id, user_id, thread_id):
        if target:
            await route(manager, target, {"n": 1})
            await misroute(manager, target, {"n": 2})
