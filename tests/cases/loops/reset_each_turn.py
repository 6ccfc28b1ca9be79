"""Cleaned at the top of each turn."""


async def main(manager, run_id, user_id):
    target = run_id
    for name in ("started", "thinking", "completed"):
        target = user_id
        await manager.send_to_user(target, {"event": name, "run_id": run_id})
        target = run_id
