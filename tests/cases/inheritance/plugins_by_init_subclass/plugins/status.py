from registry import Plugin


class StatusPlugin(Plugin, name="status"):
    async def handle(self, event):
        await self.ws.send_to_user(event["owner"], {"plugin": self.name})

    async def close(self, event):
        await self.ws.send_to_user(event["owner"], {"closed": self.name})
