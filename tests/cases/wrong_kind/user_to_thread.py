"""A user id given to `send_to_thread`."""


async def main(manager, user_id, thread_id):
    await manager.send_to_thread(user_id, {"n": 1})
    await manager.send_to_thread(thread_id, {"n": 2})
