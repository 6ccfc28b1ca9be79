"""A list emptied before it is used again."""


async def main(manager, run_id, user_id):
    recipients = [run_id]
    recipients.clear()
    recipients.append(user_id)
    for recipient in recipients:
        await manager.send_to_user(recipient, {"n": 1})
