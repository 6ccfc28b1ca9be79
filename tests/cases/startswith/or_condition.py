"""De Morgan's rule, right and wrong."""


async def main(manager, run_id, user_id, flag):
    recipient = user_id or run_id
    if not (recipient is None or recipient.startswith("run_")):
        await manager.send_to_user(recipient, {"n": 1})
    if flag or not recipient.startswith("run_"):
        await manager.send_to_user(recipient, {"n": 2})
