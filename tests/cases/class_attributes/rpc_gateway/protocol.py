from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    method: str
    params: dict[str, Any]

    def require(self, name: str) -> Any:
        if name not in self.params:
            raise KeyError(name)
        return self.params[name]


@dataclass(frozen=True)
class Peer:
    user_id: str | None
    thread_id: str | None

    def address(self, fallback: str) -> str:
        return self.user_id if self.user_id else fallback


class RpcError(Exception):
    def __init__(self, code: int, peer_address: str) -> None:
        super().__init__(code)
        self.code = code
        self.address = peer_address
