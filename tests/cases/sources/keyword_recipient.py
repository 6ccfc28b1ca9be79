"""The recipient as a keyword."""


async def main(manager, run_id, user_id, thread_id):
    await manager.send_to_user(user_id=run_id, message={"n": 1})
    await manager.send_to_user(message={"run_id": run_id}, user_id=user_id)
    await manager.send_to_thread(message={"n": 3}, thread_id=run_id)
    await manager.send_to_thread(thread_id=thread_id, message={"n": 4})
