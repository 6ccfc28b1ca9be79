"""Conversions and format specifications inside f-strings."""


async def main(manager, run_id, user_id):
    await manager.send_to_user(f"{run_id!s}", {"n": 1})
    await manager.send_to_user(f"{run_id!r}", {"n": 2})
    await manager.send_to_user(f"{run_id:<40}", {"n": 3})
    await manager.send_to_user(f"{run_id}", {"n": 4})
    await manager.send_to_user(f"{user_id}", {"n": 5})
