"""A loop over a literal tuple runs at least once."""


async def main(manager, run_id, user_id):
    target = run_id
    for name in ("first", "second"):
        target = user_id
    await manager.send_to_user(target, {"run": run_id})
