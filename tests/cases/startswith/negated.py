"""`if not x.startswith("run_")`."""


async def main(manager, run_id, user_id):
    for recipient in (run_id, user_id or "nobody"):
        if not recipient.startswith("run_"):
            await manager.send_to_user(recipient, {"n": 1})
        else:
            await manager.send_to_user(recipient, {"n": 2})
