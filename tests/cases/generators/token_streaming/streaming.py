from __future__ import annotations

from typing import Any, AsyncIterator

from llm import Chunk
from merging import chained, numbered


class StreamPublisher:
    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def publish(self, chunk: Chunk, recipient: str) -> None:
        await self.manager.send_to_user(recipient, {"text": chunk.text, "run": chunk.stream_id})

    async def publish_thread(self, chunk: Chunk, thread_id: str) -> None:
        await self.manager.send_to_thread(thread_id, {"text": chunk.text})


class StreamRouter:
    def __init__(self, publisher: StreamPublisher) -> None:
        self.publisher = publisher
        self.watchers: dict[str, str | None] = {}
        self.finished: list[Chunk] = []

    def watch(self, run_id: str, watcher: str | None) -> None:
        self.watchers[run_id] = watcher

    async def pump(self, *sources: AsyncIterator[Chunk]) -> None:
        async for number, chunk in numbered(chained(*sources)):
            watcher = self.watchers.get(chunk.stream_id)
            if chunk.last:
                self.finished.append(chunk)
            if watcher is None:
                continue
            if watcher.startswith("thread_"):
                await self.publisher.publish_thread(chunk, watcher)
            else:
                await self.publisher.publish(chunk, watcher)
            if number == 0:
                await self.publisher.publish(chunk, self.watchers.get("first", chunk.stream_id))

    async def finish(self) -> None:
        for chunk in self.finished:
            await self.publisher.publish(chunk, chunk.stream_id)
