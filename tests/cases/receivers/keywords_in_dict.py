"""The recipient comes in a dictionary of keywords."""


async def main(manager, run_id, user_id):
    await manager.send_to_user(**{"user_id": user_id, "message": {"run_id": run_id}})
    await manager.send_to_user(**{"user_id": run_id, "message": {}})
    options = {"message": {"run_id": run_id}}
    await manager.send_to_user(user_id, **options)
    options["user_id"] = run_id
    await manager.send_to_user(**options)
    arguments = (user_id, {"run_id": run_id})
    await manager.send_to_user(*arguments)
    await manager.send_to_user(*(run_id, {}))
