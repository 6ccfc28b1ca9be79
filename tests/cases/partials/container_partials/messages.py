from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import singledispatch
from typing import Any


@dataclass(frozen=True)
class AgentMessage:
    run_id: str
    user_id: str | None
    thread_id: str | None


@dataclass(frozen=True)
class AgentStarted(AgentMessage):
    pass


@dataclass(frozen=True)
class AgentCompleted(AgentMessage):
    seconds: int = 0


@dataclass(frozen=True)
class AgentFailed(AgentMessage):
    reason: str = ""


@singledispatch
def render(message: AgentMessage) -> dict[str, Any]:
    return asdict(message)


@render.register
def _(message: AgentFailed) -> dict[str, Any]:
    return {"type": "failed", "run": message.run_id, "reason": message.reason}


@singledispatch
def audience(message: AgentMessage) -> str | None:
    return message.user_id


@audience.register
def _(message: AgentFailed) -> str | None:
    return message.user_id or message.run_id


@audience.register(AgentCompleted)
def _completed(message: AgentCompleted) -> str | None:
    return message.thread_id
