from retrying import RetryPolicy


class Delivery:
    def __init__(self, ws):
        self.ws = ws
        self.failed = 0

    async def deliver(self, who, message):
        await self.ws.send_to_user(who, message)

    @RetryPolicy(attempts=2)
    async def reliable(self, who, message):
        await self.deliver(who, {**message, "reliable": True})
