from streams import StreamRegistry


class Worker:
    def __init__(self, streams: StreamRegistry, ws):
        self.streams = streams
        self.ws = ws

    async def work(self, run_id, user_id):
        sent = await self.streams.send_message(run_id, {"n": 1})
        await self.ws.send_message(user_id, {"sent": sent})
        await self._finish(run_id)

    async def _finish(self, key):
        await self.streams.send_message(key, {"n": 2})
        await self.ws.send_message(key, {"n": 3})
