class Base:
    def __init__(self, ws):
        self.ws = ws

    async def emit(self, to, body):
        await self.ws.send_to_user(to, body)
