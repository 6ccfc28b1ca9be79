class Notifications:
    def __init__(self, app):
        self._app = app

    @property
    def manager(self):
        return self._app.ws

    async def post(self, address, text):
        await self.manager.send_to_user(address, {"text": text})

    async def broadcast(self, addresses, text):
        for address in addresses:
            await self.post(address, text)
