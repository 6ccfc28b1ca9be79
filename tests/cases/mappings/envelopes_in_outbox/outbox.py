class Outbox:
    def __init__(self, ws):
        self.ws = ws
        self.pending = []

    def add(self, message):
        self.pending.append(message)

    async def flush(self):
        batch, self.pending = self.pending, []
        for message in batch:
            await self._send_one(message)

    async def _send_one(self, message):
        to = message.get("recipient") or message.get("target")
        await self.ws.send_to_user(to, {"type": message["type"], **message["body"]})
