from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4


@dataclass(frozen=True, kw_only=True)
class Command:
    command_id: str = field(default_factory=lambda: uuid4().hex)


@dataclass(frozen=True, kw_only=True)
class StartRun(Command):
    run_id: str
    user_id: str
    thread_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class AbortRun(Command):
    run_id: str
    reason: str = "user"


@dataclass(frozen=True)
class RunStarted:
    run_id: str
    started_by: str


@dataclass(frozen=True)
class RunAborted:
    run_id: str
    reason: str
    notify: str
