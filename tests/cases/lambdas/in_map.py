"""`map` with a lambda."""


async def main(manager, run_id, user_id):
    for recipient in map(lambda each: each.strip(), [run_id]):
        await manager.send_to_user(recipient, {"n": 1})
    for recipient in map(lambda each: "user", [run_id]):
        await manager.send_to_user(recipient, {"n": 2})
