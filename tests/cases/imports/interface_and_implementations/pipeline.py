from delivery import Channel


class Pipeline:
    def __init__(self, channel: Channel):
        self._channel = channel

    async def report(self, key):
        await self._channel.publish(key, {"type": "report"})
