from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Command:
    run_id: str
    user_id: str | None = None
    thread_id: str | None = None


@dataclass
class Notification:
    topic: str
    run_id: str
    recipient: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
