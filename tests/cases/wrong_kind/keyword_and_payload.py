"""Keywords of the sends; ids of another kind in the message are right."""


async def main(manager, user_id, thread_id):
    await manager.send_to_user(user_id=user_id, message={"thread_id": thread_id})
    if thread_id:
        await manager.send_to_thread(thread_id=thread_id, message={"user_id": user_id})
    await manager.send_to_user(user_id=thread_id, message={"n": 3})
    await manager.send_to_thread(thread_id=user_id, message={"n": 4})
