"""A tracker inside a handler inside an agent holds the id."""


class Progress:
    def __init__(self):
        self.channel = None

    def bind(self, channel):
        self.channel = channel


class Handler:
    def __init__(self, hub):
        self.hub = hub
        self.progress = Progress()

    def begin(self, ident):
        self.progress.bind(ident)

    async def emit(self, body):
        await self.hub.send_to_user(self.progress.channel, body)


class DataAgent:
    def __init__(self, hub):
        self.handler = Handler(hub)

    async def work(self, ident):
        self.handler.begin(ident)
        await self.handler.emit({"type": "working"})


async def main(manager, run_id, user_id):
    await DataAgent(manager).work(run_id)
