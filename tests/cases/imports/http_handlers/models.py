from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class RunRequest:
    prompt: str
    thread_id: str | None = None
    options: dict[str, Any] = field(default_factory=dict)


@dataclass
class RunResponse:
    run_id: str
    status: str
    thread_id: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


class HTTPException(Exception):
    def __init__(self, status_code: int, detail: str) -> None:
        super().__init__(detail)
        self.status_code = status_code
        self.detail = detail
