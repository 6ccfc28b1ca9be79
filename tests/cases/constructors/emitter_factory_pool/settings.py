from __future__ import annotations

from typing import NamedTuple


class BridgeSettings(NamedTuple):
    pooled: bool = False
    prefix: str = "agent"
    limit: int = 10


class EmitterKey(NamedTuple):
    user_id: str | None
    run_id: str
    thread_id: str | None = None
