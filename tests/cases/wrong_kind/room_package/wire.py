class Wire:
    def __init__(self, ws):
        self.ws = ws

    async def thread(self, key, body):
        await self.ws.send_to_thread(key, body)

    async def user(self, key, body):
        await self.ws.send_to_user(key, body)
