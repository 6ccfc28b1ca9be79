"""A recipient is chosen step by step, with a default that is replaced."""


async def main(manager, run_id, user_id):
    recipient: str = run_id
    reference = recipient
    recipient = user_id
    await manager.send_to_user(recipient, {"ref": reference})
    target = fallback = reference
    await manager.send_to_user(target, {"n": 2})
    target = user_id
    await manager.send_to_user(fallback, {"n": 3})
    await manager.send_to_user(target, {"n": 4})
