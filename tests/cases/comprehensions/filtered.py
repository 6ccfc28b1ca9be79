"""A filter that clears, and one that does not."""


async def main(manager, run_id, user_id):
    ids = [run_id, user_id]
    people = [each for each in ids if each and not each.startswith("run_")]
    for recipient in people:
        await manager.send_to_user(recipient, {"filtered": True})
    existing = [each for each in ids if each]
    for recipient in existing:
        await manager.send_to_user(recipient, {"filtered": False})
