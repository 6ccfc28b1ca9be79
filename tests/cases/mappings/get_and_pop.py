"""`get`, `pop`, `setdefault`."""


async def main(manager, run_id, user_id):
    params = {"recipient": run_id, "owner": user_id}
    await manager.send_to_user(params.get("recipient"), {"from": "get"})
    await manager.send_to_user(params.get("owner"), {"from": "get"})
    params.setdefault("channel", run_id)
    await manager.send_to_thread(params["channel"], {"from": "setdefault"})
    await manager.send_to_user(params.pop("recipient"), {"from": "pop"})
