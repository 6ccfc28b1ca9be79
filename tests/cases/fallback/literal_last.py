"""A fallback to a constant is right, before the run id as well."""


async def main(manager, run_id, user_id):
    await manager.send_to_user(user_id or "broadcast", {"run": run_id})
    await manager.send_to_user(user_id or "broadcast" or run_id, {"n": 2})
    await manager.send_to_user(None or run_id, {"n": 3})
    await manager.send_to_user("" or user_id or "", {"n": 4})
