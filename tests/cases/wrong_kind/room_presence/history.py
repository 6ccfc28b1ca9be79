from __future__ import annotations

from collections import deque
from typing import NamedTuple


class Entry(NamedTuple):
    room: str
    author: str
    text: str


class History:
    def __init__(self, manager, size: int = 10) -> None:
        self.manager = manager
        self.entries: deque[Entry] = deque(maxlen=size)

    def add(self, room: str, author: str, text: str) -> None:
        self.entries.append(Entry(room, author, text))

    async def replay(self, room: str) -> None:
        for entry in self.entries:
            if entry.room != room:
                continue
            await self.manager.send_to_thread(entry.room, {"text": entry.text})
            await self.manager.send_to_user(entry.author, {"seen": entry.text})
