"""One branch for each channel."""


async def notify(manager, channel, run_id, user_id, thread_id):
    if channel == "thread":
        target = thread_id
        await manager.send_to_thread(target, {"n": 1})
    elif channel == "user":
        target = user_id
        await manager.send_to_user(target, {"n": 2})
    else:
        target = run_id
        await manager.send_to_user(target, {"n": 3})
    return target


async def main(manager, run_id, user_id, thread_id):
    for channel in ("thread", "user", "log"):
        await notify(manager, channel, run_id, user_id, thread_id)
