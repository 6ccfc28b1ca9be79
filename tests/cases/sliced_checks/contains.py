"""`"run_" in x`."""


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    if "run_" not in recipient:
        await manager.send_to_user(recipient, {"n": 1})
    if recipient.find("run_") == 0:
        await manager.send_to_user(recipient, {"n": 2})
