class Notifier:
    def __init__(self, manager):
        self.manager = manager

    async def push(self, whom):
        await self.manager.send_to_user(whom, {"pushed": True})
