"""A conditional expression that clears."""


async def main(manager, run_id, user_id):
    candidate = user_id or run_id
    recipient = None if candidate.startswith("run_") else candidate
    if recipient:
        await manager.send_to_user(recipient, {"n": 1})
    wrong = candidate if candidate.startswith("run_") else None
    if wrong:
        await manager.send_to_user(wrong, {"n": 2})
