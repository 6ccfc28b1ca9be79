"""Either arm may be taken."""


async def main(manager, run_id, user_id, flag):
    recipient = user_id if flag else run_id
    await manager.send_to_user(recipient, {"type": "status"})
