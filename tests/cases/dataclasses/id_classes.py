"""Ids are small classes; the sender looks at the class before it sends."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Id:
    value: str


class RunId(Id):
    pass


class UserId(Id):
    pass


class ThreadId(Id):
    pass


def parse(text):
    if text.startswith("run_"):
        return RunId(text)
    if text.startswith("thread_"):
        return ThreadId(text)
    return UserId(text)


async def deliver(manager, target, message):
    if isinstance(target, ThreadId):
        await manager.send_to_thread(target.value, message)
    elif isinstance(target, UserId):
        await manager.send_to_user(target.value, message)


async def deliver_unless_run(manager, target, message):
    if isinstance(target, (RunId, ThreadId)):
        return
    await manager.send_to_user(target.value, message)


async def deliver_any(manager, target, message):
    await manager.send_to_user(target.value, message)


async def deliver_matched(manager, target, message):
    match target:
        case UserId(value):
            await manager.send_to_user(value, message)
        case ThreadId(value):
            await manager.send_to_thread(value, message)


async def main(manager, run_id, user_key, thread_id):
    for text in (run_id, user_key, thread_id or "thread_default"):
        target = parse(text)
        await deliver(manager, target, {"n": 1})
        await deliver_unless_run(manager, target, {"n": 2})
        await deliver_matched(manager, target, {"n": 3})
    await deliver_any(manager, RunId(run_id), {"n": 4})
    await deliver_any(manager, UserId(user_key), {"n": 5})
