from bus import handles
from commands import CloseRun, NotifyOwner


@handles(NotifyOwner)
class NotifyOwnerHandler:
    def __init__(self, ws):
        self.ws = ws

    async def handle(self, command):
        await self.ws.send_to_user(command.owner, {"text": command.text})


@handles(CloseRun)
class CloseRunHandler:
    def __init__(self, ws):
        self.ws = ws

    async def handle(self, command):
        await self.ws.send_to_user(command.execution, {"closed": True})
