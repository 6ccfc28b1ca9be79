"""The send stands in the base class."""


class BaseAgent:
    def __init__(self, manager):
        self.manager = manager

    async def emit(self, to, body):
        await self.manager.send_to_user(to, body)


class ReportAgent(BaseAgent):
    async def run(self, run_id, user_id):
        await self.emit(user_id, {"n": 1})
        await self.emit(run_id, {"n": 2})


async def main(manager, run_id, user_id):
    await ReportAgent(manager).run(run_id, user_id)
