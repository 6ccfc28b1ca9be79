"""A list that grows by augmented assignment."""


async def main(manager, run_id, user_id):
    recipients = [user_id]
    recipients += [run_id]
    for recipient in recipients:
        await manager.send_to_user(recipient, {"type": "fan_out"})
