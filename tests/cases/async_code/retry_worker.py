"""A worker that retries the delivery of messages and hands the rest to a dead letter list"""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import dataclass, field
from enum import Enum


class Channel(str, Enum):
    USER = "user"
    THREAD = "thread"


@dataclass(order=True)
class Delivery:
    due: float
    number: int
    channel: Channel = field(compare=False)
    recipient: str = field(compare=False)
    body: dict = field(compare=False, default_factory=dict)
    tries: int = field(compare=False, default=0)


class DeliveryQueue:
    def __init__(self, ws, max_tries: int = 3) -> None:
        self._ws = ws
        self._queue: asyncio.PriorityQueue[Delivery] = asyncio.PriorityQueue()
        self._numbers = itertools.count()
        self._max_tries = max_tries
        self.dead: list[Delivery] = []

    async def put_user(self, user_id: str, body: dict) -> None:
        await self._queue.put(Delivery(0.0, next(self._numbers), Channel.USER, user_id, body))

    async def put_thread(self, thread_id: str, body: dict) -> None:
        await self._queue.put(
            Delivery(0.0, next(self._numbers), Channel.THREAD, thread_id, body)
        )

    async def drain(self) -> int:
        sent = 0
        while not self._queue.empty():
            delivery = await self._queue.get()
            if await self._attempt(delivery):
                sent += 1
            elif delivery.tries >= self._max_tries:
                self.dead.append(delivery)
            else:
                delivery.due += 2**delivery.tries
                await self._queue.put(delivery)
        return sent

    async def _attempt(self, delivery: Delivery) -> bool:
        delivery.tries += 1
        if delivery.channel is Channel.USER:
            return await self._ws.send_to_user(delivery.recipient, delivery.body)
        return await self._ws.send_to_thread(delivery.recipient, delivery.body)


class AgentRunner:
    def __init__(self, outbox: DeliveryQueue) -> None:
        self.outbox = outbox

    async def run(self, run_id: str, user_id: str, thread_id: str) -> None:
        await self.outbox.put_user(user_id, {"type": "begin", "run_id": run_id})
        await self.outbox.put_thread(thread_id, {"type": "step", "run_id": run_id})
        await self.outbox.put_user(run_id, {"type": "trace"})
        await self.outbox.drain()


async def main(manager, run_id, user_id, thread_id):
    outbox = DeliveryQueue(manager)
    await AgentRunner(outbox).run(run_id, user_id, thread_id)
    for letter in outbox.dead:
        await manager.send_to_user("operator", {"dead": letter.recipient})
    await manager.send_to_user(user_id, {"dead": len(outbox.dead)})
