"""The loop's target is an attribute, and a later assignment cleans it."""


class Cursor:
    current = None


async def main(manager, run_id, user_id):
    cursor = Cursor()
    for cursor.current in (user_id, run_id):
        await manager.send_to_user(cursor.current, {"position": 1})
    cursor.current = user_id
    await manager.send_to_user(cursor.current, {"position": 2})
