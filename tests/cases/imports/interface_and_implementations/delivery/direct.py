from . import Channel


class DirectChannel(Channel):
    def __init__(self, ws):
        self.ws = ws

    async def publish(self, key, body):
        await self.ws.send_to_user(key, body)
