"""The text before the first underscore."""


async def main(manager, run_id, user_id):
    recipient = user_id or run_id
    kind = recipient.split("_")[0]
    if kind != "run":
        await manager.send_to_user(recipient, {"n": 1})
