class NotifyOwner:
    def __init__(self, ws, owner):
        self.ws = ws
        self.owner = owner

    async def __call__(self, execution, name):
        await self.ws.send_to_user(self.owner, {"execution": execution, "tool": name})


class NotifyRun:
    def __init__(self, ws):
        self.ws = ws

    async def notify(self, execution, result):
        await self.ws.send_to_user(execution, {"result": result})
