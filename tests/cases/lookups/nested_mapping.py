"""A mapping of mappings."""


async def main(manager, run_id, user_id, thread_id):
    runs = {run_id: {"user": user_id, "threads": [thread_id]}}
    await manager.send_to_user(runs[run_id]["user"], {"n": 1})
    for thread in runs[run_id]["threads"]:
        await manager.send_to_thread(thread, {"n": 2})
