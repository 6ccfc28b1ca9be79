"""A pool of workers; results come back in the order in which they are done"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Awaitable, Callable


@dataclass
class WorkItem:
    item_id: int
    run_id: str
    notify: str | None
    payload: Any = None


@dataclass
class WorkResult:
    item: WorkItem
    value: Any = None
    error: BaseException | None = None

    @property
    def ok(self) -> bool:
        return self.error is None


class WorkerPool:
    def __init__(self, size: int, work: Callable[[WorkItem], Awaitable[Any]]) -> None:
        self._semaphore = asyncio.Semaphore(size)
        self._work = work
        self._tasks: set[asyncio.Task] = set()
        self.results: list[WorkResult] = []

    def submit(self, item: WorkItem) -> asyncio.Task:
        task = asyncio.create_task(self._guarded(item))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _guarded(self, item: WorkItem) -> WorkResult:
        async with self._semaphore:
            try:
                result = WorkResult(item, await self._work(item))
            except ValueError as error:
                result = WorkResult(item, error=error)
        self.results.append(result)
        return result

    async def join(self) -> list[WorkResult]:
        if self._tasks:
            await asyncio.wait(self._tasks)
        return self.results


class Dispatcher:
    def __init__(self, ws) -> None:
        self.ws = ws
        self.pool = WorkerPool(2, self.work)

    async def work(self, item: WorkItem) -> int:
        await self.ws.send_to_user(item.notify, {"working": item.item_id, "run": item.run_id})
        if item.payload is None:
            raise ValueError("nothing to do")
        return item.payload * 2

    async def dispatch(self, run_id: str, user_id: str, payloads) -> None:
        for number, payload in enumerate(payloads):
            self.pool.submit(WorkItem(number, run_id, user_id, payload))
        for result in await self.pool.join():
            if result.ok:
                await self.ws.send_to_user(result.item.notify, {"value": result.value})
            else:
                await self.ws.send_to_user(result.item.run_id, {"error": str(result.error)})

    async def first(self, run_id: str, user_id: str) -> str:
        result = await self.pool.submit(WorkItem(99, run_id, user_id, 1))
        return result.item.run_id if result.ok else user_id


async def main(manager, run_id, user_id):
    dispatcher = Dispatcher(manager)
    await dispatcher.dispatch(run_id, user_id, [1, None, 3])
    name = await dispatcher.first(run_id, user_id)
    await manager.send_to_user(user_id, {"first": name})
    await manager.send_to_user(name, {"first": True})
