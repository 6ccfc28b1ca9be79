"""The check's result kept in a variable."""


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    is_run = recipient.startswith("run_")
    if not is_run:
        await manager.send_to_user(recipient, {"n": 1})
