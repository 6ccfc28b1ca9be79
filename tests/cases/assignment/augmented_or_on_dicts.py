"""`|=` merges one dictionary into another."""


async def main(manager, run_id, user_id):
    params = {"to": user_id, "body": "started"}
    params |= {"correlation": run_id}
    await manager.send_to_user(params["to"], {"n": 1})
    params |= {"to": params["correlation"]}
    await manager.send_to_user(params["to"], {"n": 2})
