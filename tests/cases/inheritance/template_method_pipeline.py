"""A base class fixes the steps; subclasses fill them in, some with wrong recipients."""

from abc import ABC, abstractmethod


class PipelineStep(ABC):
    topic = "step"

    def __init__(self, ws, request):
        self.ws = ws
        self.request = request

    async def run(self):
        recipient = self.resolve_recipient()
        if not recipient:
            return None
        await self.ws.send_to_user(recipient, {"topic": self.topic, "at": "start"})
        result = await self.process()
        await self.publish(recipient, result)
        return result

    async def publish(self, recipient, result):
        await self.ws.send_to_user(recipient, {"topic": self.topic, "result": result})

    def resolve_recipient(self):
        return self.request["user"]

    @abstractmethod
    async def process(self): ...


class Extract(PipelineStep):
    topic = "extract"

    async def process(self):
        return 1


class Transform(PipelineStep):
    topic = "transform"

    async def process(self):
        return 2

    async def publish(self, recipient, result):
        await self.ws.send_to_user(self.request["id"], {"late": result})


class Load(PipelineStep):
    def resolve_recipient(self):
        return super().resolve_recipient() or "operations"

    async def process(self):
        return 3


async def main(manager, run_id, user_id):
    request = {"id": run_id, "user": user_id}
    for step in [Extract, Transform, Load]:
        await step(manager, request).run()
