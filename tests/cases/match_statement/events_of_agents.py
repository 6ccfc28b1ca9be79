"""Events come as dictionaries and tuples."""


async def deliver(manager, event):
    match event:
        case {"type": "done", "owner": str(owner)}:
            await manager.send_to_user(owner, event)
        case {"type": "failed", "run": reference, **rest}:
            await manager.send_to_user(reference, rest)
        case ("direct", to, *_):
            await manager.send_to_user(to, {"n": 3})


async def main(manager, run_id, user_id):
    await deliver(manager, {"type": "done", "owner": user_id, "run": run_id})
    await deliver(manager, {"type": "failed", "owner": user_id, "run": run_id})
    await deliver(manager, ("direct", user_id, run_id))
    await deliver(manager, ("direct", run_id))
