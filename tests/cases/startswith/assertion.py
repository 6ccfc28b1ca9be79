"""An assertion."""


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    assert not recipient.startswith("run_")
    await manager.send_to_user(recipient, {"n": 1})
