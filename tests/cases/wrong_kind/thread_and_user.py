"""Threads and users change places."""


class Chat:
    def __init__(self, manager, user_id, thread_id):
        self.manager = manager
        self.members = [user_id]
        self.thread = thread_id

    async def say(self, text):
        for member in self.members:
            await self.manager.send_to_user(member, {"text": text})
        await self.manager.send_to_thread(self.thread, {"text": text})

    async def whisper(self, text):
        await self.manager.send_to_user(self.thread, {"text": text})
        await self.manager.send_to_thread(self.members[0], {"text": text})


async def main(manager, user_id, thread_id):
    chat = Chat(manager, user_id, thread_id)
    await chat.say("a")
    await chat.whisper("b")
