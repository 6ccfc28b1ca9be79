"""User ids and thread ids of an object, under longer names."""


class Conversation:
    def __init__(self, thread_id, user_id):
        self.parent_thread_id = thread_id
        self.owner_user_id = user_id


async def main(manager, user_id, thread_id):
    talk = Conversation(thread_id, user_id)
    await manager.send_to_user(talk.owner_user_id, {"n": 1})
    if talk.parent_thread_id:
        await manager.send_to_thread(talk.parent_thread_id, {"n": 2})
    await manager.send_to_user(talk.parent_thread_id, {"n": 3})
    await manager.send_to_thread(talk.owner_user_id, {"n": 4})
