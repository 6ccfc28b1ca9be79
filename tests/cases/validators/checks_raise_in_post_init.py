"""A model checks its recipient when it is made, as a pydantic validator does."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Envelope:
    recipient: str
    payload: dict = field(default_factory=dict)
    source: str = ""

    def __post_init__(self):
        if self.recipient.startswith("run_"):
            raise ValueError("a run is no recipient")

    def with_source(self, source):
        return replace(self, source=source)


@dataclass
class LooseEnvelope:
    recipient: str
    payload: dict

    def __post_init__(self):
        if not self.recipient:
            raise ValueError("no recipient")


class Outbox:
    def __init__(self, manager):
        self.manager = manager
        self.queue = []

    def put(self, envelope):
        self.queue.append(envelope)

    async def flush(self):
        while self.queue:
            envelope = self.queue.pop(0)
            await self.manager.send_to_user(envelope.recipient, envelope.payload)


async def main(manager, run_id, user_key):
    strict, loose = Outbox(manager), Outbox(manager)
    for recipient in (user_key, run_id):
        try:
            strict.put(Envelope(recipient, {"n": 1}).with_source(run_id))
        except ValueError:
            continue
    await strict.flush()
    for recipient in (user_key, run_id):
        try:
            loose.put(LooseEnvelope(recipient, {"n": 2}))
        except ValueError:
            continue
    for envelope in loose.queue:
        await manager.send_to_user(envelope.recipient, envelope.payload)
    for envelope in loose.queue:
        if envelope.recipient.startswith("run_"):
            continue
        await manager.send_to_user(envelope.recipient, envelope.payload)
