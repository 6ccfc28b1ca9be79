"""Keywords go up through cooperative constructors."""


class Identified:
    def __init__(self, *, user_id=None, run_id=None, **rest):
        super().__init__(**rest)
        self.user_id = user_id
        self.run_id = run_id


class Threaded:
    def __init__(self, *, thread_id=None, **rest):
        super().__init__(**rest)
        self.thread_id = thread_id


class Agent(Threaded, Identified):
    def __init__(self, manager, **ids):
        super().__init__(**ids)
        self.manager = manager

    async def finish(self):
        if self.thread_id:
            await self.manager.send_to_thread(self.thread_id, {"n": 1})
        elif self.user_id:
            await self.manager.send_to_user(self.user_id, {"n": 2})

    async def crash(self):
        await self.manager.send_to_user(self.user_id or self.run_id, {"n": 3})


async def main(manager, run_id, user_id, thread_id):
    agent = Agent(manager, run_id=run_id, user_id=user_id, thread_id=thread_id)
    await agent.finish()
    await agent.crash()
