from __future__ import annotations

import re
from typing import Any, Iterable

from errors import BadAddress

_RUN = re.compile(r"^run_[0-9a-f-]+$")


def is_run_id(value: Any) -> bool:
    return isinstance(value, str) and _RUN.match(value) is not None


def ensure_user(value: str) -> str:
    if not value:
        raise BadAddress("empty")
    if is_run_id(value):
        raise BadAddress(f"{value} is a run")
    return value


class Gate:
    def __init__(self, manager: Any, blocked: Iterable[str] = ()) -> None:
        self.manager = manager
        self.blocked = frozenset(blocked)
        self.rejected: list[str] = []

    def admits(self, target: str) -> bool:
        if target in self.blocked or is_run_id(target):
            self.rejected.append(target)
            return False
        return bool(target)

    async def post(self, target: str, message: dict[str, Any]) -> bool:
        if not self.admits(target):
            return False
        return await self.manager.send_to_user(target, message)

    async def post_strictly(self, target: str, message: dict[str, Any]) -> bool:
        return await self.manager.send_to_user(ensure_user(target), message)

    async def post_room(self, thread_id: str, message: dict[str, Any]) -> bool:
        return await self.manager.send_to_thread(thread_id, message)
