"""The attribute is set anew in each turn of a loop, and left wrong at its end."""


class Cursor:
    def __init__(self):
        self.who = None


async def main(manager, run_id, user_id):
    cursor = Cursor()
    cursor.who = run_id
    for each in (user_id, "lobby"):
        cursor.who = each
        await manager.send_to_user(cursor.who, {"n": 1})
    for each in (user_id, run_id):
        previous, cursor.who = cursor.who, each
        await manager.send_to_user(previous, {"n": 2})
    await manager.send_to_user(cursor.who, {"n": 3})
