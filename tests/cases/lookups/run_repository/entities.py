from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Run:
    id: str
    owner_id: str | None
    thread_id: str | None
    status: str = "queued"


@dataclass
class Thread:
    id: str
    participants: list[str] = field(default_factory=list)
    title: str = ""
