from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional


@dataclass(frozen=True)
class Session:
    run_id: str
    user_id: Optional[str] = None
    thread_id: Optional[str] = None

    def fork(self, suffix: str) -> Session:
        return replace(self, run_id=f"{self.run_id}-{suffix}")

    def id_of(self, kind: str) -> Optional[str]:
        return getattr(self, f"{kind}_id")
