"""Guard clauses in several forms."""


async def push(manager, target):
    if not target:
        return
    if target.startswith(("run_", "thread_")):
        return
    await manager.send_to_user(target, {"n": 1})


async def push_unless(manager, target, allowed=False):
    is_run = target.startswith("run_")
    if is_run and not allowed:
        return
    await manager.send_to_user(target, {"n": 2})


async def push_late(manager, target):
    while target.startswith("run_"):
        target = target[4:]
    await manager.send_to_user(target, {"n": 3})


async def main(manager, run_id, user_id):
    for target in (run_id, user_id):
        await push(manager, target)
        await push_unless(manager, target)
    await push_unless(manager, run_id, allowed=True)
    await push_late(manager, user_id)
