"""Literals in recipient position."""


async def main(manager, user_id):
    await manager.send_to_user("run_12345", {"n": 1})
    await manager.send_to_user(user_id=f"run_{12}", message={"n": 2})
    await manager.send_to_user("user_12345", {"n": 3})
