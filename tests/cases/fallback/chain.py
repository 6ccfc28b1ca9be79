"""A chain of fallbacks that ends in a run id."""


async def main(manager, run_id, user_id, thread_id):
    best = thread_id or user_id or run_id
    if best == run_id:
        await manager.send_to_thread(best, {"type": "final"})
    safe = user_id or "anonymous"
    await manager.send_to_user(safe, {"run_id": run_id or None})
