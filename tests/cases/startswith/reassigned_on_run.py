"""A run id is replaced when it is met."""


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    if recipient.startswith("run_"):
        recipient = "operator"
    await manager.send_to_user(recipient, {"n": 1})
