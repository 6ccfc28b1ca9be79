"""Tokens are streamed from a model, batched, and given to a subscriber with its own address."""

import asyncio
from collections import deque
from dataclasses import dataclass


@dataclass
class Chunk:
    run_id: str
    text: str
    final: bool = False


class Model:
    def __init__(self, words):
        self.words = words

    async def stream(self, run_id):
        for word in self.words:
            await asyncio.sleep(0)
            yield Chunk(run_id, word)
        yield Chunk(run_id, "", final=True)


async def batched(chunks, size):
    batch = []
    async for chunk in chunks:
        batch.append(chunk)
        if len(batch) >= size or chunk.final:
            yield batch
            batch = []


class Subscriber:
    def __init__(self, ws, user_id):
        self.ws = ws
        self.user_id = user_id
        self.backlog = deque(maxlen=5)

    async def receive(self, batch):
        first = batch[0]
        self.backlog.append(first.run_id)
        text = "".join(chunk.text for chunk in batch)
        await self.ws.send_to_user(self.user_id, {"run_id": first.run_id, "text": text})
        if batch[-1].final:
            await self.closed(batch[-1])

    async def closed(self, chunk):
        await self.ws.send_to_user(self.user_id, {"closed": chunk.run_id})


class RunSubscriber(Subscriber):
    """Listens for a run instead of a person."""

    async def closed(self, chunk):
        await self.ws.send_to_user(chunk.run_id, {"closed": True})


async def pump(model, subscribers, run_id):
    async for batch in batched(model.stream(run_id), 2):
        await asyncio.gather(*[subscriber.receive(batch) for subscriber in subscribers])


async def main(manager, run_id, user_id):
    model = Model(["a", "b", "c"])
    people = [Subscriber(manager, user_id), RunSubscriber(manager, user_id)]
    await pump(model, people, run_id)
    for subscriber in people:
        *_, last = subscriber.backlog
        await manager.send_to_user(subscriber.user_id, {"last": last})
    await manager.send_to_user(people[0].backlog.popleft(), {"first": True})
