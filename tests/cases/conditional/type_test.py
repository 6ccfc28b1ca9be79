"""`isinstance` chooses between an object's field and the text itself."""


class Ctx:
    def __init__(self, run_id, user_id):
        self.run_id = run_id
        self.user_id = user_id


def as_recipient(value):
    return value.user_id if isinstance(value, Ctx) else value


async def main(manager, run_id, user_id):
    await manager.send_to_user(as_recipient(Ctx(run_id, user_id)), {"n": 1})
    await manager.send_to_user(as_recipient("lobby"), {"n": 2})
    await manager.send_to_user(as_recipient(run_id), {"n": 3})
