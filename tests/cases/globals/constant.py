"""Module constants."""

SYSTEM_USER = "system"
LAST_RUN = "run_00000000-0000-4000-8000-000000000000"


async def main(manager, user_id):
    await manager.send_to_user(SYSTEM_USER, {"n": 1})
    await manager.send_to_user(LAST_RUN, {"n": 2})
