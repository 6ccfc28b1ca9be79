"""Only one arm assigns the run id."""


async def main(manager, run_id, user_id, flag):
    if flag:
        target = run_id
    else:
        target = user_id
    await manager.send_to_user(target, {"ok": True})
