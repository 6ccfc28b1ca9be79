"""`next(iter(...))`, `max`, `filter`."""


async def main(manager, run_id, user_id):
    ids = [run_id]
    await manager.send_to_user(next(iter(ids)), {"from": "next"})
    await manager.send_to_user(max(ids), {"from": "max"})
    for recipient in filter(None, [user_id]):
        await manager.send_to_user(recipient, {"from": "filter"})
    for recipient in filter(None, ids):
        await manager.send_to_user(recipient, {"from": "filter"})
