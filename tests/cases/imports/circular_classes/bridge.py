from agents import worker


class AgentBridge:
    def __init__(self, manager):
        self._manager = manager

    async def notify(self, sender, whom, body):
        if isinstance(sender, worker.Worker):
            await self._manager.send_to_user(whom, {"from": sender.name, **body})
