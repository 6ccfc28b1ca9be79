"""Caches keyed by run id that hold threads and sessions"""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Generic, Optional, TypeVar

V = TypeVar("V")


class TTLCache(Generic[V]):
    def __init__(self, size: int = 100, ttl: float = 60.0) -> None:
        self.size = size
        self.ttl = ttl
        self._items: OrderedDict[str, tuple[float, V]] = OrderedDict()

    def put(self, key: str, value: V) -> None:
        self._items[key] = (time.monotonic() + self.ttl, value)
        self._items.move_to_end(key)
        while len(self._items) > self.size:
            self._items.popitem(last=False)

    def get(self, key: str, default: Optional[V] = None) -> Optional[V]:
        found = self._items.get(key)
        if found is None:
            return default
        expires, value = found
        if expires < time.monotonic():
            del self._items[key]
            return default
        return value

    def keys(self) -> list[str]:
        return list(self._items)


@dataclass
class Session:
    user_id: str
    thread_id: str
    run_id: str


class SessionService:
    def __init__(self, ws) -> None:
        self.ws = ws
        self.threads: TTLCache[str] = TTLCache()
        self.sessions: TTLCache[Session] = TTLCache(size=10)

    def open(self, run_id: str, user_id: str, thread_id: str) -> None:
        self.threads.put(run_id, thread_id)
        self.sessions.put(run_id, Session(user_id, thread_id, run_id))

    async def say(self, run_id: str, text: str) -> None:
        thread_id = self.threads.get(run_id)
        if thread_id:
            await self.ws.send_to_thread(thread_id, {"text": text, "run": run_id})

    async def say_or(self, run_id: str, text: str) -> None:
        thread_id = self.threads.get(run_id, run_id)
        await self.ws.send_to_thread(thread_id, {"text": text})

    async def whisper(self, run_id: str, text: str) -> None:
        session = self.sessions.get(run_id)
        if session is None:
            return
        await self.ws.send_to_user(session.user_id, {"text": text, "run": session.run_id})
        await self.ws.send_to_user(session.run_id, {"text": text})

    async def close_all(self) -> None:
        for key in self.threads.keys():
            await self.ws.send_to_thread(key, {"closed": True})


async def main(manager, run_id, user_id, thread_id, other_run_id):
    service = SessionService(manager)
    service.open(run_id, user_id, thread_id)
    await service.say(run_id, "hello")
    await service.say_or(run_id, "hello")
    await service.say_or(other_run_id, "who?")
    await service.whisper(run_id, "psst")
    await service.close_all()
