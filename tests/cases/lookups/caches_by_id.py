"""Caches keep what is slow to look up: owners by run, rooms by user, with a time to live."""

import time
from collections import OrderedDict
from typing import Any, Callable, Generic, Optional, TypeVar

V = TypeVar("V")


class TTLCache(Generic[V]):
    def __init__(self, ttl: float = 60.0, size: int = 100) -> None:
        self._ttl = ttl
        self._size = size
        self._entries: OrderedDict[str, tuple[float, V]] = OrderedDict()

    def get(self, key: str) -> Optional[V]:
        entry = self._entries.get(key)
        if entry is None:
            return None
        expires, value = entry
        if expires < time.monotonic():
            del self._entries[key]
            return None
        return value

    def put(self, key: str, value: V) -> V:
        self._entries[key] = (time.monotonic() + self._ttl, value)
        while len(self._entries) > self._size:
            self._entries.popitem(last=False)
        return value

    def get_or_load(self, key: str, load: Callable[[str], V]) -> V:
        found = self.get(key)
        if found is None:
            found = self.put(key, load(key))
        return found


class Repository:
    def __init__(self, rows: dict[str, dict[str, Any]]) -> None:
        self._rows = rows
        self.reads = 0

    def owner(self, run_id: str) -> str:
        self.reads += 1
        return self._rows[run_id]["owner"]

    def room(self, run_id: str) -> str:
        return self._rows[run_id]["room"]

    def canonical(self, run_id: str) -> str:
        return run_id.strip().lower()


class Notifications:
    def __init__(self, ws, repository: Repository) -> None:
        self.ws = ws
        self.repository = repository
        self.owners: TTLCache[str] = TTLCache()
        self.rooms: TTLCache[str] = TTLCache(ttl=5)
        self.names: TTLCache[str] = TTLCache()

    async def to_owner(self, run_id: str, text: str) -> None:
        owner = self.owners.get_or_load(run_id, self.repository.owner)
        await self.ws.send_to_user(owner, {"text": text, "run_id": run_id})

    async def to_room(self, run_id: str, text: str) -> None:
        room = self.rooms.get(run_id)
        if room is None:
            room = self.rooms.put(run_id, self.repository.room(run_id))
        await self.ws.send_to_thread(room, {"text": text})

    async def to_name(self, run_id: str, text: str) -> None:
        name = self.names.get_or_load(run_id, self.repository.canonical)
        await self.ws.send_to_user(name, {"text": text})


async def main(manager, run_id, user_key, thread_id):
    rows = {run_id: {"owner": user_key, "room": thread_id, "id": run_id}}
    notifications = Notifications(manager, Repository(rows))
    await notifications.to_owner(run_id, "a")
    await notifications.to_owner(run_id, "b")
    await notifications.to_room(run_id, "c")
    await notifications.to_name(run_id, "d")
