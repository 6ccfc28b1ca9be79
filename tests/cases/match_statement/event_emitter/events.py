from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from enum import Enum, auto
from typing import Any


class EventType(Enum):
    AGENT_STARTED = "agent_started"
    AGENT_THINKING = "agent_thinking"
    TOOL_COMPLETED = "tool_completed"
    AGENT_COMPLETED = "agent_completed"


class Audience(Enum):
    THREAD = auto()
    USER = auto()
    BOTH = auto()


AUDIENCES = {
    EventType.AGENT_STARTED: Audience.THREAD,
    EventType.AGENT_THINKING: Audience.THREAD,
    EventType.TOOL_COMPLETED: Audience.USER,
    EventType.AGENT_COMPLETED: Audience.BOTH,
}


@dataclass(frozen=True)
class Event:
    type: EventType
    run_id: str
    payload: dict[str, Any] = field(default_factory=dict)
    at: datetime = field(default_factory=lambda: datetime.now(timezone.utc))

    def as_message(self) -> dict[str, Any]:
        return {"type": self.type.value, "run_id": self.run_id, "at": self.at.isoformat(), **self.payload}
