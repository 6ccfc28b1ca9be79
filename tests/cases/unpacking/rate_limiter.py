"""Sends are limited per user; the limiter's keys are made of several ids"""

from __future__ import annotations

import time
from collections import deque
from typing import Optional


class SlidingWindow:
    def __init__(self, limit: int, seconds: float) -> None:
        self.limit = limit
        self.seconds = seconds
        self._hits: dict[tuple[str, str], deque] = {}

    def allow(self, user_id: str, action: str) -> bool:
        now = time.monotonic()
        hits = self._hits.setdefault((user_id, action), deque())
        while hits and hits[0] < now - self.seconds:
            hits.popleft()
        if len(hits) >= self.limit:
            return False
        hits.append(now)
        return True

    def users(self) -> list[str]:
        return [user_id for user_id, _ in self._hits]

    def heaviest(self) -> Optional[str]:
        if not self._hits:
            return None
        (user_id, _), _ = max(self._hits.items(), key=lambda item: len(item[1]))
        return user_id


class LimitedSender:
    def __init__(self, ws, window: SlidingWindow) -> None:
        self.ws = ws
        self.window = window
        self.suppressed: dict[str, int] = {}

    async def send(self, user_id: str, message: dict, *, run_id: str) -> bool:
        if not self.window.allow(user_id, message["type"]):
            self.suppressed[run_id] = self.suppressed.get(run_id, 0) + 1
            return False
        return await self.ws.send_to_user(user_id, {**message, "run_id": run_id})

    async def report(self, user_id: str) -> None:
        for run_id, count in self.suppressed.items():
            await self.ws.send_to_user(user_id, {"run": run_id, "suppressed": count})
            await self.ws.send_to_user(run_id, {"suppressed": count})


async def main(manager, run_id, user_id):
    window = SlidingWindow(2, 60)
    sender = LimitedSender(manager, window)
    for step in range(4):
        await sender.send(user_id, {"type": "tick", "step": step}, run_id=run_id)
    await sender.report(user_id)
    for user in window.users():
        await manager.send_to_user(user, {"limit": window.limit})
    await manager.send_to_user(window.heaviest(), {"heavy": True})
    await sender.send(run_id, {"type": "oops"}, run_id=run_id)
