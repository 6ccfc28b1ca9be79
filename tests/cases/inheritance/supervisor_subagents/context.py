from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Optional


@dataclass
class ExecutionContext:
    run_id: str
    agent_name: str
    thread_id: Optional[str] = None
    user_id: Optional[str] = None
    retry_count: int = 0
    started_at: float = field(default_factory=time.time)
    metadata: dict[str, Any] = field(default_factory=dict)

    def child(self, agent_name: str) -> "ExecutionContext":
        return ExecutionContext(
            run_id=self.run_id,
            agent_name=agent_name,
            thread_id=self.thread_id,
            user_id=self.user_id,
            metadata=dict(self.metadata),
        )
