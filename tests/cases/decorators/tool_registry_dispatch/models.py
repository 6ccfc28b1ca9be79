from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Mapping


class ToolStatus(str, Enum):
    STARTED = "started"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class ToolCall:
    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    call_id: str = "call_1"


@dataclass(frozen=True)
class ToolContext:
    run_id: str
    user_id: str | None
    thread_id: str | None
    stream: bool = False

    @classmethod
    def from_request(cls, request: Mapping[str, Any]) -> ToolContext:
        return cls(
            run_id=request["run"],
            user_id=request.get("user"),
            thread_id=request.get("thread"),
            stream=bool(request.get("stream", False)),
        )

    def as_kwargs(self) -> dict[str, Any]:
        return {"run_id": self.run_id, "user_id": self.user_id, "thread_id": self.thread_id}


@dataclass
class ToolResult:
    status: ToolStatus
    value: Any = None
    error: str | None = None
    recipients: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return self.status is not ToolStatus.FAILED
