"""A branch that is never taken."""

DEBUG_ROUTING = False


async def main(manager, run_id, user_id):
    target = user_id
    if DEBUG_ROUTING:
        target = run_id
    await manager.send_to_user(target, {"ok": True})
