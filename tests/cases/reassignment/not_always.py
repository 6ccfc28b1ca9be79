"""Replaced on one path only."""


async def main(manager, run_id, user_id):
    recipient = run_id
    if user_id:
        recipient = user_id
    await manager.send_to_user(recipient, {"n": 1})
