class Emitter:
    def __init__(self, ws):
        self.ws = ws

    async def progress(self, context):
        if context.audience:
            await self.ws.send_to_user("operator", {"job": context.job})

    async def completed(self, context):
        await self.ws.send_to_user(context.audience, {"job": context.job})
