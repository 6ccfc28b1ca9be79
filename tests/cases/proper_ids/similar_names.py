"""Names that only look like run ids."""


async def main(manager, user_id):
    running = user_id
    truncated_id = user_id
    run_identity = {"run": "x", "owner": user_id}
    await manager.send_to_user(running, {"n": 1})
    await manager.send_to_user(truncated_id, {"n": 2})
    await manager.send_to_user(run_identity["owner"], {"n": 3})
