"""A helper that gives the first value that is there."""


def coalesce(*values):
    for value in values:
        if value:
            return value
    return None


async def main(manager, run_id, user_id):
    await manager.send_to_user(coalesce(user_id, "lobby"), {"run": run_id})
    await manager.send_to_user(coalesce(user_id, run_id), {"n": 2})
