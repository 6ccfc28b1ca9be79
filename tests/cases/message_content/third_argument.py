"""More arguments after the message."""


async def main(manager, run_id, user_id):
    await manager.send_to_user(user_id, {"type": "x"}, run_id)
    await manager.send_to_user(user_id, {"type": "x"}, run_id=run_id)
