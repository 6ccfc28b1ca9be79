from .emit import Emitter


class Step:
    def __init__(self, ws):
        self.emitter = Emitter(ws)

    async def execute(self, context):
        await self.emitter.progress(context)


class WrongStep(Step):
    async def execute(self, context):
        await self.emitter.completed(context)
