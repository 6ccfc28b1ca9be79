"""A cleaned copy, and the original that stays as it was."""


async def main(manager, run_id, user_id):
    original = {"to": run_id}
    cleaned = dict(original)
    cleaned["to"] = user_id
    await manager.send_to_user(cleaned["to"], {"copy": True})
    await manager.send_to_user(original["to"], {"copy": False})
