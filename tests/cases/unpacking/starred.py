"""A star takes the middle; the ends stay precise."""


async def main(manager, run_id, thread_id, user_id):
    first, *middle, last = [thread_id, run_id, run_id, user_id]
    await manager.send_to_thread(first, {"position": "first"})
    await manager.send_to_user(last, {"position": "last"})
    for each in middle:
        await manager.send_to_user(each, {"position": "middle"})
