"""A thread id given to `send_to_user` and `send_message`."""


class Agent:
    def __init__(self, ws):
        self.ws = ws

    async def go(self, thread_id, user_id):
        await self.ws.send_to_user(thread_id, {"n": 1})
        await self.ws.send_message(thread_id, {"n": 2})
        await self.ws.send_message(user_id, {"n": 3})


async def main(manager, thread_id, user_id):
    await Agent(manager).go(thread_id, user_id)
