from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Mapping


@dataclass
class RunState:
    run_id: str
    user_id: str | None = None
    thread_id: str | None = None
    step: int = 0

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> RunState:
        return cls(**{key: data[key] for key in ("run_id", "user_id", "thread_id", "step")})

    @classmethod
    def from_legacy(cls, data: Mapping[str, Any]) -> RunState:
        return cls(data["id"], data.get("owner", data["id"]), data.get("channel"), data["step"])
