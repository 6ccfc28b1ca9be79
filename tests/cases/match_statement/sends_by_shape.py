"""Commands are matched: by shape, by kind and with guards."""

from dataclasses import dataclass


@dataclass
class Send:
    kind: str
    target: str
    body: dict


async def dispatch(manager, command):
    match command:
        case {"kind": "run", "target": target}:
            print("not sent to", target)
        case {"kind": "thread", "target": target}:
            await manager.send_to_thread(target, {"n": 1})
        case {"kind": "user", "target": target}:
            await manager.send_to_user(target, {"n": 2})
        case {"target": target}:
            await manager.send_to_user(target, {"n": 3})


async def perform(manager, command):
    match command:
        case Send(target=target) if target.startswith("run_"):
            return
        case Send("user", target, body):
            await manager.send_to_user(target, body)
        case Send("thread", target, body):
            await manager.send_to_thread(target, body)


async def by_value(manager, kind, run_id, user_key):
    match kind:
        case "run":
            target = run_id
        case _:
            target = user_key
    if kind != "run":
        await manager.send_to_user(target, {"n": 4})


async def main(manager, run_id, user_key, thread_id, mode):
    await dispatch(manager, {"kind": "run", "target": run_id})
    await dispatch(manager, {"kind": "user", "target": user_key})
    await dispatch(manager, {"kind": "other", "target": run_id})
    await perform(manager, Send("user", run_id, {}))
    await perform(manager, Send("user", user_key, {}))
    await perform(manager, Send("thread", thread_id or "thread_0", {}))
    await by_value(manager, mode, run_id, user_key)
