"""Tokens of a model, streamed by async generators through a chain of stages"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import AsyncIterator


@dataclass(slots=True)
class Chunk:
    run_id: str
    text: str
    index: int
    to: str


class FakeModel:
    def __init__(self, words: list[str]) -> None:
        self.words = words

    async def stream(self) -> AsyncIterator[str]:
        for word in self.words:
            await asyncio.sleep(0)
            yield word


class StreamingAgent:
    def __init__(self, model: FakeModel, ws) -> None:
        self.model = model
        self.ws = ws

    async def chunks(self, run_id: str, user_id: str) -> AsyncIterator[Chunk]:
        index = 0
        async for word in self.model.stream():
            yield Chunk(run_id, word, index, user_id)
            index += 1

    async def non_empty(self, source: AsyncIterator[Chunk]) -> AsyncIterator[Chunk]:
        async for chunk in source:
            if chunk.text.strip():
                yield chunk

    async def run(self, run_id: str, user_id: str) -> list[str]:
        texts = []
        async for chunk in self.non_empty(self.chunks(run_id, user_id)):
            texts.append(chunk.text)
            await self.ws.send_to_user(chunk.to, {"token": chunk.text, "run": chunk.run_id})
            if chunk.index == 0:
                await self.ws.send_to_user(chunk.run_id, {"first": chunk.text})
        return texts

    async def pairs(self, run_id: str, user_id: str):
        async for chunk in self.chunks(run_id, user_id):
            yield chunk.index, chunk.to
        yield -1, run_id


async def sse(source: AsyncIterator[Chunk]) -> AsyncIterator[dict]:
    async for chunk in source:
        yield {"event": "token", "data": chunk.text, "id": chunk.run_id, "channel": chunk.to}


async def main(manager, run_id, user_id):
    agent = StreamingAgent(FakeModel(["hello", " ", "world"]), manager)
    texts = await agent.run(run_id, user_id)
    await manager.send_to_user(user_id, {"text": "".join(texts)})
    async for event in sse(agent.chunks(run_id, user_id)):
        await manager.send_to_user(event["channel"], {"data": event["data"]})
        await manager.send_to_user(event["id"], {"data": event["data"]})
    async for index, to in agent.pairs(run_id, user_id):
        await manager.send_to_user(to, {"index": index})
    collected = [chunk async for chunk in agent.chunks(run_id, user_id)]
    await manager.send_to_user(collected[0].to, {"count": len(collected)})
