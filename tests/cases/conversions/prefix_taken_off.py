"""What is left of a run id without its prefix is no run id."""


async def main(manager, run_id, user_id):
    bare = run_id.removeprefix("run_")
    await manager.send_to_thread(f"thread_{bare}", {"n": 1})
    short = run_id.split("_", 1)[1]
    await manager.send_to_thread("thread_" + short, {"n": 2})
    await manager.send_to_user(f"user-of-{run_id}", {"n": 3})
    await manager.send_to_user(run_id.removesuffix("_x"), {"n": 4})
