"""A fallback to another kind."""


async def main(manager, user_id, thread_id):
    await manager.send_to_user(user_id or thread_id, {"n": 1})
    await manager.send_to_thread(thread_id or user_id, {"n": 2})
