"""`and` gives its right operand when the left is there."""


async def main(manager, run_id, user_id):
    await manager.send_to_user(run_id and user_id, {"n": 1})
    await manager.send_to_user(run_id and user_id or "lobby", {"n": 2})
    await manager.send_to_user(user_id and run_id, {"n": 3})
    await manager.send_to_user(not user_id and run_id or user_id, {"n": 4})
