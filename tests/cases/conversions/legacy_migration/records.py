from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True)
class LegacyRecord:
    recipient: str | None
    thread: str | None
    body: str = ""


@dataclass(frozen=True)
class Record:
    user_id: str | None
    thread_id: str | None = None
    run_id: str | None = None
    body: str = ""

    @classmethod
    def of(cls, user_id: str | None) -> Record:
        return cls(user_id=user_id)

    def with_user(self, user_id: str | None) -> Record:
        return replace(self, user_id=user_id)

    def as_dict(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)}
