"""A lambda as a sort key changes nothing."""


async def main(manager, run_id, user_id):
    entries = sorted([("a", run_id), ("b", run_id)], key=lambda entry: entry[0])
    await manager.send_to_user(entries[0][1], {"n": 1})
    await manager.send_to_user(entries[0][0], {"n": 2})
