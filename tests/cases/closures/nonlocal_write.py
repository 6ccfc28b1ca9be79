"""`nonlocal` writes to the outer variable."""


async def main(manager, run_id, user_id):
    recipient = user_id

    def lose():
        nonlocal recipient
        recipient = run_id

    await manager.send_to_user(recipient, {"stage": 1})
    lose()
    await manager.send_to_user(recipient, {"stage": 2})
