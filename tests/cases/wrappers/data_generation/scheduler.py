from __future__ import annotations

import asyncio
import heapq
from typing import Any, Awaitable, Callable

Task = Callable[[], Awaitable[Any]]


class Scheduler:
    def __init__(self) -> None:
        self._heap: list[tuple[int, int, Task, str]] = []
        self._number = 0

    def add(self, priority: int, task: Task, name: str) -> None:
        self._number += 1
        heapq.heappush(self._heap, (priority, self._number, task, name))

    async def run(self) -> list[str]:
        names = []
        while self._heap:
            _, _, task, name = heapq.heappop(self._heap)
            await asyncio.shield(task())
            names.append(name)
        return names
