"""A run id on the left always wins over what stands on the right."""


async def main(manager, run_id, user_id):
    recipient = run_id or user_id
    await manager.send_to_user(recipient, {"n": 1})
