class DirectBackend:
    def __init__(self, ws):
        self.ws = ws

    async def deliver(self, scope):
        await self.ws.send_to_user(scope["owner"], {"direct": True})
