"""A walrus in a comprehension leaks its last value."""


async def main(manager, run_id, user_id):
    ids = [run_id]
    found = any((last := item) for item in ids)
    if found:
        await manager.send_to_user(last, {"type": "found"})
