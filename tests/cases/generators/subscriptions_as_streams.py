"""Subscribers are async generators over a hub; what they yield is forwarded by kind."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, AsyncIterator


@dataclass
class Item:
    kind: str
    key: str
    data: Any = None


class Hub:
    def __init__(self):
        self._queues: dict[str, list[asyncio.Queue]] = defaultdict(list)

    async def subscribe(self, topic: str) -> AsyncIterator[Item]:
        queue: asyncio.Queue = asyncio.Queue()
        self._queues[topic].append(queue)
        try:
            while True:
                item = await queue.get()
                if item is None:
                    return
                yield item
        finally:
            self._queues[topic].remove(queue)

    async def publish(self, topic: str, item: Item | None) -> None:
        for queue in self._queues[topic]:
            await queue.put(item)


async def only(items: AsyncIterator[Item], *kinds: str) -> AsyncIterator[Item]:
    async for item in items:
        if item.kind in kinds:
            yield item


async def forward_users(ws, items: AsyncIterator[Item]) -> None:
    async for item in only(items, "user"):
        await ws.send_to_user(item.key, item.data)


async def forward_all(ws, items: AsyncIterator[Item]) -> None:
    async for item in items:
        if item.kind == "thread":
            await ws.send_to_thread(item.key, item.data)
        elif item.kind == "user":
            await ws.send_to_user(item.key, item.data)


async def forward_loosely(ws, items: AsyncIterator[Item]) -> None:
    async for item in items:
        if item.kind != "thread":
            await ws.send_to_user(item.key, item.data)


async def main(manager, run_id, user_id, thread_id):
    hub = Hub()
    tasks = [
        asyncio.create_task(forward_users(manager, hub.subscribe("a"))),
        asyncio.create_task(forward_all(manager, hub.subscribe("a"))),
        asyncio.create_task(forward_loosely(manager, hub.subscribe("a"))),
    ]
    await asyncio.sleep(0)
    await hub.publish("a", Item("user", user_id, {"run": run_id}))
    await hub.publish("a", Item("thread", thread_id, {"run": run_id}))
    await hub.publish("a", Item("run", run_id, {"owner": user_id}))
    await hub.publish("a", None)
    await asyncio.gather(*tasks)
