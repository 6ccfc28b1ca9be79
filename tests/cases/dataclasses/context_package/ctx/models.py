from dataclasses import dataclass, field
from typing import Any, Dict, Optional


@dataclass
class ExecutionScope:
    execution: str
    audience: Optional[str] = None
    metadata: Dict[str, Any] = field(default_factory=dict)


def from_request(params):
    known = {"execution": params["run"], "audience": params.get("user")}
    extra = {k: v for k, v in params.items() if k not in ("run", "user")}
    return ExecutionScope(**known, metadata=extra)
