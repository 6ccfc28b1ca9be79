"""Whether it is clean is remembered in a flag of its own."""


async def main(manager, run_id, user_id, flag):
    target, resolved = run_id, False
    if flag:
        target, resolved = user_id, True
    if resolved:
        await manager.send_to_user(target, {"n": 1})
    if not resolved:
        await manager.send_to_user(target, {"n": 2})
