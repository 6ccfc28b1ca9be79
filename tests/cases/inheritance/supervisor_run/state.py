from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass
class AgentState:
    request: str
    findings: dict[str, Any] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)

    def add(self, name: str, value: Any) -> None:
        self.steps.append(name)
        self.findings[name] = value


@dataclass
class ExecutionContext:
    run_id: str
    state: AgentState
    user_id: str | None = None
    thread_id: str | None = None
    retries: int = 0
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def recipient(self) -> str | None:
        return self.thread_id or self.user_id

    @property
    def correlation(self) -> str:
        return f"{self.run_id}:{self.retries}"

    def child(self, **changes: Any) -> ExecutionContext:
        return replace(self, retries=0, **changes)

    def for_retry(self) -> ExecutionContext:
        return replace(self, retries=self.retries + 1)
