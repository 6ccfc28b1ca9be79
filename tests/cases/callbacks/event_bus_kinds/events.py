from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any


class EventKind(Enum):
    STARTED = auto()
    PROGRESS = auto()
    TOOL = auto()
    FAILED = auto()
    DONE = auto()

    @property
    def final(self) -> bool:
        return self in (EventKind.FAILED, EventKind.DONE)


@dataclass(frozen=True)
class AgentEvent:
    kind: EventKind
    source: str
    user_id: str | None = None
    thread_id: str | None = None
    payload: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def failure(cls, source: str, user_id: str | None, reason: str) -> AgentEvent:
        return cls(EventKind.FAILED, source, user_id, payload={"reason": reason, "who": source})

    @property
    def audience(self) -> str:
        if self.kind.final:
            return self.user_id or self.source
        return self.thread_id or self.source
