"""An envelope with a route inside, made from a request and turned into a dictionary and back."""

from dataclasses import asdict, dataclass, field


@dataclass
class Route:
    kind: str
    address: str


@dataclass
class Envelope:
    route: Route
    trace: str
    body: dict = field(default_factory=dict)

    @classmethod
    def from_dict(cls, data):
        return cls(
            route=Route(**data["route"]), trace=data["trace"], body=dict(data.get("body") or {})
        )

    def to_dict(self):
        return asdict(self)

    def back_to_sender(self):
        return Envelope(Route("trace", self.trace), self.trace, self.body)


async def ship(manager, envelope):
    if envelope.route.kind == "trace":
        return
    await manager.send_to_user(envelope.route.address, {"trace": envelope.trace, **envelope.body})


async def main(manager, run_id, user_id):
    envelope = Envelope(Route("user", user_id), run_id, {"status": "started"})
    await ship(manager, envelope)
    stored = envelope.to_dict()
    restored = Envelope.from_dict(stored)
    await ship(manager, restored)
    await manager.send_to_user(restored.route.address, {"n": 1})
    await manager.send_to_user(restored.trace, {"n": 2})
    await ship(manager, restored.back_to_sender())
    await manager.send_to_user(restored.back_to_sender().route.address, {"n": 3})
    stored["route"]["address"] = stored["trace"]
    await ship(manager, Envelope.from_dict(stored))
