from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class MemberKind(Enum):
    PERSON = "person"
    AGENT = "agent"


@dataclass(frozen=True)
class Member:
    id: str
    kind: MemberKind

    @property
    def reachable(self) -> bool:
        return self.kind is MemberKind.PERSON
