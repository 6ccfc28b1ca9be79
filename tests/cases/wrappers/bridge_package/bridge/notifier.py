class Notifier:
    def __init__(self, ws):
        self._ws = ws

    async def room(self, x, body):
        await self._ws.send_to_thread(x, body)

    async def person(self, x, body):
        await self._ws.send_to_user(x, body)
