class Notifier:
    def __init__(self, ws):
        self._ws = ws

    async def notify(self, message, *, to):
        emit = self._emitter(to)
        await emit(message)

    async def to_thread(self, thread, message):
        if thread:
            await self._ws.send_to_thread(thread, message)

    def _emitter(self, recipient):
        async def emit(message):
            if recipient is not None:
                await self._ws.send_message(recipient, message)

        return emit
