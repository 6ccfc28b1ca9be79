"""The variable is replaced before the send."""


async def main(manager, run_id, user_id):
    recipient = run_id
    key = recipient
    recipient = user_id or "nobody"
    await manager.send_to_user(recipient, {"key": key})
