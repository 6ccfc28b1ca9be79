"""A chain of fallbacks that ends in a run id."""


async def main(manager, run_id, user_id):
    best = user_id or None or run_id
    await manager.send_to_user(best, {"type": "final"})
    safe = user_id or "anonymous"
    await manager.send_to_user(safe, {"run_id": run_id or None})
