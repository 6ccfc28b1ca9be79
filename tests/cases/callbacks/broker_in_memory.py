"""A broker in memory between agents and the sockets of users"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from typing import Any, Awaitable, Callable

Callback = Callable[[str, dict[str, Any]], Awaitable[None]]


class Broker:
    def __init__(self) -> None:
        self._subscribers: dict[str, list[Callback]] = defaultdict(list)

    def subscribe(self, topic: str, callback: Callback) -> Callable[[], None]:
        self._subscribers[topic].append(callback)

        def unsubscribe() -> None:
            self._subscribers[topic].remove(callback)

        return unsubscribe

    async def publish(self, topic: str, payload: dict[str, Any]) -> int:
        raw = json.dumps(payload)
        callbacks = list(self._subscribers[topic])
        await asyncio.gather(*(callback(topic, json.loads(raw)) for callback in callbacks))
        return len(callbacks)


class Gateway:
    def __init__(self, ws, broker: Broker) -> None:
        self.ws = ws
        self.broker = broker
        self._stops: list[Callable[[], None]] = []

    def start(self) -> None:
        self._stops.append(self.broker.subscribe("runs", self.on_run))
        self._stops.append(self.broker.subscribe("users", self.on_user))
        self._stops.append(self.broker.subscribe("threads", self.on_thread))

    def stop(self) -> None:
        while self._stops:
            self._stops.pop()()

    async def on_run(self, topic: str, payload: dict[str, Any]) -> None:
        await self.ws.send_to_user(payload["run_id"], {"topic": topic})

    async def on_user(self, topic: str, payload: dict[str, Any]) -> None:
        await self.ws.send_to_user(payload["user_id"], {"topic": topic, "run": payload["run_id"]})

    async def on_thread(self, topic: str, payload: dict[str, Any]) -> None:
        thread_id = payload.get("thread_id")
        if thread_id is not None:
            await self.ws.send_to_thread(thread_id, {"topic": topic, "payload": payload})


async def main(manager, run_id, user_id, thread_id):
    broker = Broker()
    gateway = Gateway(manager, broker)
    gateway.start()
    event = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}
    for topic in ("runs", "users", "threads"):
        await broker.publish(topic, event)

    async def audit(topic, payload):
        await manager.send_to_user(user_id, {"audit": topic, "run": payload["run_id"]})

    stop = broker.subscribe("users", audit)
    await broker.publish("users", {"run_id": run_id, "user_id": user_id})
    stop()
    gateway.stop()
