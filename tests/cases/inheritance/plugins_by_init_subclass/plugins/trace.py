from registry import Plugin


class TracePlugin(Plugin, name="trace"):
    async def handle(self, event):
        await self.ws.send_to_user(event["job"], {"plugin": self.name})

    async def close(self, event):
        await self.ws.send_to_user(event["job"], {"closed": self.name})
