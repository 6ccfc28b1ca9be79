from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any


def _now() -> datetime:
    return datetime.now(timezone.utc)


@dataclass
class GenerationStatus:
    total: int
    done: int = 0
    state: str = "pending"
    updated: datetime = field(default_factory=_now)

    def advance(self, count: int) -> None:
        self.done += count
        self.state = "done" if self.done >= self.total else "running"

    def to_message(self, run_id: str) -> dict[str, Any]:
        return {"type": "generation", "run_id": run_id, "done": self.done, "state": self.state}
