from delivery.base import Channel


class LookupChannel(Channel):
    def __init__(self, ws, owners):
        self.ws = ws
        self.owners = owners

    async def publish(self, key, body):
        owner = self.owners.get(key)
        if owner:
            await self.ws.send_to_user(owner, body)
