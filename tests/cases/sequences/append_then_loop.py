"""Appended in one loop, sent in another."""


async def main(manager, run_id, user_id):
    pending = []
    for identifier in (run_id,):
        pending.append(identifier)
    for recipient in pending:
        await manager.send_to_user(recipient, {"pending": len(pending)})
    users = []
    users.append(user_id)
    for recipient in users:
        await manager.send_to_user(recipient, {"pending": len(users)})
