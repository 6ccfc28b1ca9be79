"""The buffer in memory: fast, and gone with the process."""

from __future__ import annotations

import time
from collections import deque
from itertools import count, islice
from typing import TYPE_CHECKING
from uuid import uuid4

from netra_lint.runtime.buffers.base import (
    AGE,
    RECIPIENT,
    TOTAL,
    BufferLimits,
    BufferStatus,
    Waiting,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_NOBODY: frozenset[str] = frozenset()


class _Entry:
    """One message, in the boxes of its recipient and of all who wait for it."""

    __slots__ = ("at", "gone", "recipient", "sequence", "taken", "text", "users")

    def __init__(
        self,
        sequence: int,
        recipient: str,
        text: str,
        users: tuple[str, ...],
        taken: frozenset[str],
        at: float,
    ):
        self.sequence = sequence
        self.recipient = recipient
        self.text = text
        self.users: tuple[str, ...] | set[str] = set(users) if len(users) > 8 else users
        self.taken = taken
        self.at = at
        self.gone = False

    def remove(self, user_id: str) -> None:
        """Let one user wait no longer."""
        if isinstance(self.users, set):
            self.users.discard(user_id)
        else:
            self.users = tuple(user for user in self.users if user != user_id)


class _Box:
    """What waits for one user or thread.

    It has its name's one string and tuple, which a million entries then share.
    """

    __slots__ = ("alone", "dropped", "entries", "offset")

    def __init__(self, name: str) -> None:
        self.alone = (name,)
        self.entries: dict[int, _Entry] = {}
        self.offset = 0
        self.dropped: dict[str, int] | None = None

    def put(self, entry: _Entry) -> None:
        self.entries[entry.sequence] = entry
        self.offset += 1

    def drop(self, sequence: int, reason: str) -> None:
        del self.entries[sequence]
        if self.dropped is None:
            self.dropped = {}
        self.dropped[reason] = self.dropped.get(reason, 0) + 1


class MemoryBuffer:
    """Keeps messages in dictionaries.

    Args:
        limits: how much may wait.
        clock: returns seconds; only differences count.
    """

    def __init__(
        self, limits: BufferLimits | None = None, clock: Callable[[], float] = time.monotonic
    ):
        self._limits = limits or BufferLimits()
        self._clock = clock
        self._numbers = count(1)
        self._boxes: dict[str, _Box] = {}
        self._all: deque[_Entry] = deque()  # with entries that are gone, until compacted
        self._live = 0
        self._epoch = uuid4().hex

    async def append(
        self, recipient: str, text: str, users: Collection[str], taken: Collection[str] = ()
    ) -> int:
        """Keep a message; see ``MessageBuffer.append``."""
        self._expire()
        alone = self._box(recipient).alone
        waiting = alone if tuple(users) == alone else tuple(users)
        has = frozenset(taken) if taken else _NOBODY
        entry = _Entry(next(self._numbers), alone[0], text, waiting, has, self._clock())
        names = dict.fromkeys((recipient, *users))
        for name in names:
            self._box(name).put(entry)
        self._all.append(entry)
        self._live += 1
        for name in names:
            self._shorten(name)
        while self._limits.total is not None and self._live > self._limits.total:
            self._drop(self._oldest(), TOTAL)
        return entry.sequence

    async def waiting(self, user_id: str, after: int = 0, limit: int = 100) -> list[Waiting]:
        """Return what waits for a user; see ``MessageBuffer.waiting``."""
        self._expire()
        box = self._boxes.get(user_id)
        found = (entry for entry in (box.entries.values() if box else ()))
        newer = (entry for entry in found if entry.sequence > after)
        return [
            Waiting(entry.sequence, entry.recipient, entry.text, entry.taken)
            for entry in islice(newer, limit)
        ]

    async def delivered(self, user_id: str, sequence: int) -> None:
        """Forget a message for one user; see ``MessageBuffer.delivered``."""
        box = self._boxes.get(user_id)
        entry = box.entries.get(sequence) if box else None
        if box is not None and entry is not None:
            del box.entries[sequence]
            self._release(entry, user_id)

    async def adopt(self, thread_id: str, users: Collection[str]) -> None:
        """Give a thread's messages to users; see ``MessageBuffer.adopt``."""
        box = self._boxes.get(thread_id)
        for entry in list(box.entries.values()) if box else ():
            if not entry.users and users:
                entry.users = tuple(users)
                for user in users:
                    self._insert(user, entry)
        for user in users:
            self._shorten(user)

    async def status(self, recipient: str) -> BufferStatus:
        """Return what waits and what was dropped; see ``MessageBuffer.status``."""
        self._expire()
        box = self._boxes.get(recipient)
        if box is None:
            return BufferStatus(recipient, epoch=self._epoch)
        oldest = next(iter(box.entries.values()), None)
        return BufferStatus(
            recipient,
            waiting=len(box.entries),
            oldest_age=self._clock() - oldest.at if oldest else None,
            dropped=dict(box.dropped or {}),
            offset=box.offset,
            epoch=self._epoch,
        )

    async def close(self) -> None:
        """Do nothing: what waits stays with the buffer."""

    def _box(self, name: str) -> _Box:
        box = self._boxes.get(name)
        if box is None:
            box = self._boxes[name] = _Box(name)
        return box

    def _insert(self, user: str, entry: _Entry) -> None:
        box = self._box(user)
        newest = next(reversed(box.entries), 0)
        box.put(entry)
        if newest > entry.sequence:
            box.entries = dict(sorted(box.entries.items()))

    def _release(self, entry: _Entry, user: str) -> None:
        entry.remove(user)
        if not entry.users:
            self._boxes[entry.recipient].entries.pop(entry.sequence, None)
            self._forget(entry)

    def _forget(self, entry: _Entry) -> None:
        entry.gone = True
        self._live -= 1
        if len(self._all) > 2 * self._live + 1_000:
            self._all = deque(each for each in self._all if not each.gone)

    def _shorten(self, name: str) -> None:
        limit = self._limits.per_recipient
        box = self._boxes[name] if limit is not None and name in self._boxes else None
        while box is not None and limit is not None and len(box.entries) > limit:
            entry = next(iter(box.entries.values()))
            if name == entry.recipient:
                self._drop(entry, RECIPIENT)
            else:
                self._drop_for(name, entry)

    def _drop_for(self, user: str, entry: _Entry) -> None:
        """Drop a thread's message for one of those who wait for it."""
        self._boxes[user].drop(entry.sequence, RECIPIENT)
        entry.remove(user)
        if not entry.users:
            self._boxes[entry.recipient].drop(entry.sequence, RECIPIENT)
            self._forget(entry)

    def _drop(self, entry: _Entry, reason: str) -> None:
        for name in dict.fromkeys((entry.recipient, *entry.users)):
            self._boxes[name].drop(entry.sequence, reason)
        self._forget(entry)

    def _oldest(self) -> _Entry:
        while self._all[0].gone:
            self._all.popleft()
        return self._all[0]

    def _expire(self) -> None:
        if self._limits.max_age is None:
            return
        limit = self._clock() - self._limits.max_age
        while self._live and self._oldest().at < limit:
            self._drop(self._oldest(), AGE)
