class Executor:
    event_target = "owner"
    event_name = "event"

    def __init__(self, ws):
        self.ws = ws

    async def execute(self, scope):
        await self.announce(scope, "started")
        await self.work(scope)

    async def work(self, scope):
        pass

    async def announce(self, scope, text):
        target = getattr(scope, self.event_target)
        await self.ws.send_to_user(target, {"name": self.event_name, "text": text})
