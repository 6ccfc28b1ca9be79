"""Stages of a pipeline share a base class; each may change the envelope before it is delivered."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Optional


@dataclass(frozen=True)
class Envelope:
    run_id: str
    to: Optional[str]
    channel: str = "user"
    body: dict[str, Any] = field(default_factory=dict)

    def with_body(self, **extra: Any) -> Envelope:
        return replace(self, body={**self.body, **extra})


class Stage(ABC):
    order: ClassVar[int] = 0

    @abstractmethod
    def apply(self, envelope: Envelope) -> Optional[Envelope]: ...


class Annotate(Stage):
    order = 1

    def apply(self, envelope: Envelope) -> Envelope:
        return envelope.with_body(run=envelope.run_id)


class DropUnaddressed(Stage):
    order = 2

    def apply(self, envelope: Envelope) -> Optional[Envelope]:
        return envelope if envelope.to else None


class ToThread(Stage):
    order = 3

    def __init__(self, threads: dict[str, str]) -> None:
        self.threads = threads

    def apply(self, envelope: Envelope) -> Envelope:
        thread = self.threads.get(envelope.run_id)
        if thread is None:
            return envelope
        return replace(envelope, to=thread, channel="thread")


class Loopback(Stage):
    order = 4

    def apply(self, envelope: Envelope) -> Envelope:
        return replace(envelope, to=envelope.run_id)


class Pipeline:
    def __init__(self, ws, *stages: Stage) -> None:
        self.ws = ws
        self.stages = sorted(stages, key=lambda stage: stage.order)

    async def push(self, envelope: Envelope) -> None:
        current: Optional[Envelope] = envelope
        for stage in self.stages:
            if current is None:
                return
            current = stage.apply(current)
        if current is not None:
            await self._deliver(current)

    async def _deliver(self, envelope: Envelope) -> None:
        if envelope.channel == "thread":
            await self.ws.send_to_thread(envelope.to, envelope.body)
        else:
            await self.ws.send_to_user(envelope.to, envelope.body)


async def main(manager, run_id, user_id, thread_id):
    plain = Pipeline(manager, DropUnaddressed(), Annotate())
    await plain.push(Envelope(run_id, user_id))
    await plain.push(Envelope(run_id, None))
    roomy = Pipeline(manager, Annotate(), ToThread({run_id: thread_id}))
    await roomy.push(Envelope(run_id, user_id, body={"n": 2}))
    await Pipeline(manager, Loopback()).push(Envelope(run_id, user_id))
