"""A dictionary spread into a send."""


async def main(manager, run_id, user_id):
    options = {"user_id": user_id, "message": {"run": run_id}}
    await manager.send_to_user(**options)
    await manager.send_to_user(**{**options, "user_id": run_id})
