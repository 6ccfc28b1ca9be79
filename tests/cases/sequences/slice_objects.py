"""A slice that is kept under a name takes the same part."""

HEAD = slice(0, 1)
TAIL = slice(1, None)


async def main(manager, run_id, user_id):
    ids = (run_id, user_id)
    for who in ids[TAIL]:
        if who:
            await manager.send_to_user(who, {"n": 1})
    for who in ids[HEAD]:
        await manager.send_to_user(who, {"n": 2})
    cut = slice(1, 2)
    if ids[cut][0]:
        await manager.send_to_user(ids[cut][0], {"n": 3})
