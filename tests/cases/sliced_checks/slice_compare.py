"""A comparison of the first characters."""


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    if recipient[:4] != "run_":
        await manager.send_to_user(recipient, {"n": 1})
    if recipient[:4] == "run_":
        await manager.send_to_user(recipient, {"n": 2})
