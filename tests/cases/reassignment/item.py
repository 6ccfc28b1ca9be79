"""An item replaced, and one deleted."""


async def main(manager, run_id, user_id):
    params = {"to": run_id, "cc": run_id}
    params["to"] = user_id
    del params["cc"]
    await manager.send_to_user(params["to"], {"n": 1})
    await manager.send_to_user(params.get("cc"), {"n": 2})
