from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Decision(Enum):
    YES = "yes"
    NO = "no"

    def __bool__(self) -> bool:
        return self is Decision.YES


@dataclass
class ApprovalRequest:
    action: str
    requester: str
    approver: str | None
    thread: str | None
    history: list[str] = field(default_factory=list)

    @classmethod
    def create(cls, action: str, *, run_id: str, approver: str | None, thread: str | None):
        return cls(action, run_id, approver, thread)

    @property
    def key(self) -> str:
        return f"{self.action}:{self.requester}"

    def note(self, text: str) -> None:
        self.history.append(text)
