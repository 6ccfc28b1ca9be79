"""The first element of a tuple, by `next(iter(...))` and by a loop that ends at once."""


async def main(manager, run_id, user_id):
    ids = (user_id, run_id)
    await manager.send_to_user(next(iter(ids)), {"n": 1})
    for recipient in ids:
        await manager.send_to_user(recipient, {"n": 2})
        break
