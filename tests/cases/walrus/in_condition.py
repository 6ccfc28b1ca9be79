"""The walrus in a condition."""


async def main(manager, run_id, user_id):
    if recipient := run_id:
        await manager.send_to_user(recipient, {"type": "tool_executing"})
    if (recipient := user_id) is not None:
        await manager.send_to_user(recipient, {"type": "tool_executing"})
