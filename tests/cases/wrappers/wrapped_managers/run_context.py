"""The context of a run."""

from __future__ import annotations

from typing import Any, Dict, Optional


class RunContext:
    def __init__(
        self, run_id: str, user_id: Optional[str], thread_id: Optional[str], **extra: Any
    ) -> None:
        self._ids: Dict[str, Optional[str]] = {
            "run_id": run_id,
            "user_id": user_id,
            "thread_id": thread_id,
        }
        self.extra = extra

    @property
    def run_id(self) -> str:
        return self._ids["run_id"] or ""

    @property
    def user_id(self) -> Optional[str]:
        return self._ids["user_id"]

    @property
    def thread_id(self) -> Optional[str]:
        return self._ids["thread_id"]

    @property
    def reply_to(self) -> str:
        return self.user_id or self._ids["run_id"] or ""

    def payload(self, **data: Any) -> Dict[str, Any]:
        return {**self._ids, **data}
