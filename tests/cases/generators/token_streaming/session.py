from __future__ import annotations

import asyncio

from llm import FakeModel
from streaming import StreamPublisher


class ChatSession:
    def __init__(self, user_id: str | None, thread_id: str | None, model: FakeModel) -> None:
        self.user_id = user_id
        self.thread_id = thread_id
        self.model = model

    async def answer(self, run_id: str, publisher: StreamPublisher) -> str:
        parts: list[str] = []
        async for chunk in self.model.stream(run_id):
            parts.append(chunk.text)
            if self.thread_id:
                await publisher.publish_thread(chunk, self.thread_id)
            elif self.user_id:
                await publisher.publish(chunk, self.user_id)
        return " ".join(parts)

    async def fan_out(self, runs: list[str], publisher: StreamPublisher) -> None:
        async def one(run: str, reader: str) -> None:
            async for chunk in self.model.stream(run):
                await publisher.publish(chunk, reader)

        async with asyncio.TaskGroup() as group:
            for run in runs:
                if self.user_id is not None:
                    group.create_task(one(run, self.user_id))
                else:
                    group.create_task(one(run, run))
        if self.thread_id:
            readers = [(run, self.thread_id) for run in runs]
            await asyncio.gather(*[one(run, reader) for run, reader in readers])
