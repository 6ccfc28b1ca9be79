"""Slices of a sequence."""


async def main(manager, run_id, user_id):
    ids = (user_id, run_id, run_id)
    for recipient in ids[1:]:
        await manager.send_to_user(recipient, {"part": "tail"})
    for recipient in ids[:1]:
        await manager.send_to_user(recipient, {"part": "head"})
