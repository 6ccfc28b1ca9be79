"""Handed to the base class."""


class Base:
    def __init__(self, manager, recipient):
        self.manager = manager
        self.recipient = recipient

    async def emit(self, message):
        await self.manager.send_to_user(self.recipient, message)


class PerRun(Base):
    def __init__(self, manager, run_id):
        super().__init__(manager, recipient=run_id)


class PerUser(Base):
    def __init__(self, manager, user_id):
        super().__init__(manager, user_id)


async def main(manager, run_id, user_id):
    await PerUser(manager, user_id).emit({"n": 1})
    await PerRun(manager, run_id).emit({"n": 2})
