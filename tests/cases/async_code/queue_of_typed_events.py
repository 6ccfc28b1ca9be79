"""Producers put typed events into a queue; one consumer sorts out who gets what."""

import asyncio
from dataclasses import dataclass
from typing import Union


@dataclass
class RunStarted:
    run_id: str
    user_id: str


@dataclass
class RunProgress:
    run_id: str
    thread_id: str
    percent: int


@dataclass
class RunFailed:
    run_id: str
    user_id: str
    reason: str


Event = Union[RunStarted, RunProgress, RunFailed]


class EventConsumer:
    def __init__(self, ws, queue):
        self.ws = ws
        self.queue = queue
        self.last_seen = {}

    async def run(self):
        while True:
            event = await self.queue.get()
            if event is None:
                break
            self.last_seen[event.run_id] = event
            await self.dispatch(event)
            self.queue.task_done()

    async def dispatch(self, event: Event):
        if isinstance(event, RunStarted):
            await self.ws.send_to_user(event.user_id, {"started": event.run_id})
        elif isinstance(event, RunProgress):
            await self.ws.send_to_thread(
                event.thread_id, {"run": event.run_id, "percent": event.percent}
            )
        else:
            recipient = self._whom_to_blame(event)
            await self.ws.send_to_user(recipient, {"failed": event.reason})

    def _whom_to_blame(self, event):
        if event.reason == "cancelled":
            return event.user_id
        return event.run_id

    async def recap(self):
        for run, event in self.last_seen.items():
            if isinstance(event, RunFailed):
                await self.ws.send_to_user(event.user_id, {"recap": run})


class Producer:
    def __init__(self, queue, run_id, user_id, thread_id):
        self.queue = queue
        self.ids = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}

    def _only(self, *names):
        return {name: self.ids[name] for name in names}

    async def produce(self, fail):
        await self.queue.put(RunStarted(**self._only("run_id", "user_id")))
        for percent in (10, 90):
            await self.queue.put(RunProgress(percent=percent, **self._only("run_id", "thread_id")))
        if fail:
            await self.queue.put(RunFailed(reason="crash", **self._only("run_id", "user_id")))
        await self.queue.put(None)


async def main(manager, run_id, user_id, thread_id, flag):
    queue = asyncio.Queue(maxsize=10)
    consumer = EventConsumer(manager, queue)
    producer = Producer(queue, run_id, user_id, thread_id)
    await asyncio.gather(consumer.run(), producer.produce(flag))
    await consumer.recap()
