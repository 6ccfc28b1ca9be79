"""Thread and user ids are mixed up on the way."""


class Ids:
    def __init__(self, user_id, thread_id):
        self.user_id = user_id
        self.thread_id = thread_id

    def swapped(self):
        return Ids(self.thread_id, self.user_id)


async def notify(manager, ids):
    if ids.thread_id:
        await manager.send_to_thread(ids.thread_id, {"n": 1})
    elif ids.user_id:
        await manager.send_to_user(ids.user_id, {"n": 2})


async def main(manager, user_id, thread_id):
    await notify(manager, Ids(user_id, thread_id))
    if thread_id:
        await manager.send_to_user(thread_id, {"n": 3})
    key = user_id or thread_id
    if key:
        await manager.send_to_user(key, {"n": 4})
