"""A model carries both ids, and is dumped into the message."""

from dataclasses import asdict, dataclass, field


@dataclass
class AgentEvent:
    type: str
    run_id: str
    user_id: str
    payload: dict = field(default_factory=dict)

    def model_dump(self):
        return asdict(self)


class Emitter:
    def __init__(self, ws):
        self.ws = ws

    async def emit(self, event: AgentEvent):
        event.payload["run_id"] = event.run_id
        await self.ws.send_to_user(event.user_id, event.model_dump())

    async def emit_badly(self, event: AgentEvent):
        await self.ws.send_to_user(event.payload["run_id"], event.model_dump())


async def main(manager, run_id, user_id):
    event = AgentEvent("started", run_id, user_id)
    await Emitter(manager).emit(event)
    await Emitter(manager).emit_badly(event)
