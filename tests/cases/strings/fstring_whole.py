"""An f-string that is only the id, or starts with it."""


async def main(manager, run_id, user_id):
    await manager.send_to_user(f"{run_id}", {"type": "a"})
    await manager.send_to_thread(f"{run_id!s}", {"type": "b"})
    await manager.send_to_user(f"{user_id}", {"type": "c", "text": f"run {run_id}"})
