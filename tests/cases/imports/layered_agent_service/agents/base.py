from abc import ABC, abstractmethod


class Agent(ABC):
    def __init__(self, emitter, context):
        self.emitter = emitter
        self.context = context

    async def __call__(self):
        await self.emitter.emit(self.context, "start")
        try:
            answer = await self.think()
        finally:
            await self.emitter.emit(self.context, "stop")
        return answer

    @abstractmethod
    async def think(self): ...
