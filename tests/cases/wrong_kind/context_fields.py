"""The wrong field of a context."""


class Ctx:
    def __init__(self, thread_id, user_id):
        self.thread_id = thread_id
        self.user_id = user_id


class Agent:
    def __init__(self, ws):
        self.ws = ws

    async def right(self, ctx):
        if ctx.thread_id:
            await self.ws.send_to_thread(ctx.thread_id, {"n": 1})
        elif ctx.user_id:
            await self.ws.send_to_user(ctx.user_id, {"n": 2})

    async def wrong(self, ctx):
        if ctx.user_id:
            await self.ws.send_to_thread(ctx.user_id, {"n": 3})
        elif ctx.thread_id:
            await self.ws.send_to_user(ctx.thread_id, {"n": 4})


async def main(manager, user_id, thread_id):
    agent = Agent(manager)
    await agent.right(Ctx(thread_id, user_id))
    await agent.wrong(Ctx(thread_id, user_id))
