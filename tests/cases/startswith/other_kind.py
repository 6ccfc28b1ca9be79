"""A positive check for another kind."""


async def main(manager, run_id, thread_id):
    target = thread_id or run_id
    if target.startswith("thread_"):
        await manager.send_to_thread(target, {"n": 1})
    elif target.startswith(("user_", "thread_")):
        await manager.send_to_thread(target, {"n": 2})
