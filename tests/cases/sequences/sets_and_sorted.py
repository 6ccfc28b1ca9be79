"""Sets, sorted and reversed keep their elements."""


async def main(manager, run_id, user_id):
    audience = {run_id}
    audience.add(user_id or "nobody")
    for recipient in sorted(audience):
        await manager.send_to_user(recipient, {"from": "sorted"})
    for recipient in reversed([user_id]):
        await manager.send_to_user(recipient, {"from": "reversed"})
