from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class PipelineContext:
    run_id: str
    target: str | None = None
    thread_id: str | None = None
    fallback: str | None = None
    data: dict[str, Any] = field(default_factory=dict)

    def to(self, target: str | None) -> PipelineContext:
        return replace(self, target=target)

    def having(self, **data: Any) -> PipelineContext:
        return replace(self, data={**self.data, **data})
