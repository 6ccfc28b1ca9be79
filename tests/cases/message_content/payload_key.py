"""A run id in the payload."""


async def main(manager, run_id, user_id, thread_id):
    await manager.send_to_user(user_id, {"run_id": run_id})
    await manager.send_message(user_id, message={"type": "x", "payload": {"run_id": run_id}})
    await manager.send_to_thread(thread_id, f"run {run_id} started")
