class Emitter:
    def __init__(self, transport):
        self._transport = transport

    async def emit(self, context, event):
        if not context.owner:
            return
        await self.emit_to(context.owner, event)

    async def emit_to(self, target, event):
        await self._transport.send_to_user(target, {"event": event})
