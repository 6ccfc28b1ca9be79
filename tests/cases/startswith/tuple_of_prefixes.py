"""Several prefixes at once."""

INTERNAL = ("run_", "tmp_")


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    if not recipient.startswith(INTERNAL):
        await manager.send_to_user(recipient, {"n": 1})
    if recipient.startswith(("tmp_", "x_")):
        return
    await manager.send_to_user(recipient, {"n": 2})
