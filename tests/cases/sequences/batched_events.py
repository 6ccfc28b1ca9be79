"""Events are collected, grouped by recipient and sent as batches"""

from __future__ import annotations

import itertools
import operator
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Iterable, Iterator, NamedTuple, TypeVar

T = TypeVar("T")


class Event(NamedTuple):
    run_id: str
    user_id: str
    kind: str


@dataclass
class Batch:
    recipient: str
    events: list[Event]

    def __len__(self) -> int:
        return len(self.events)


def chunked(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while chunk := list(itertools.islice(iterator, size)):
        yield chunk


class Batcher:
    def __init__(self, ws, size: int = 2) -> None:
        self.ws = ws
        self.size = size
        self.pending: list[Event] = []

    def add(self, event: Event) -> bool:
        self.pending.append(event)
        return len(self.pending) >= self.size

    def batches(self) -> Iterator[Batch]:
        grouped = defaultdict(list)
        for event in self.pending:
            grouped[event.user_id].append(event)
        for user_id, events in grouped.items():
            yield Batch(user_id, events)

    async def flush(self) -> None:
        for batch in self.batches():
            runs = [event.run_id for event in batch.events]
            await self.ws.send_to_user(batch.recipient, {"runs": runs, "count": len(batch)})
        self.pending.clear()

    async def flush_sorted(self) -> None:
        ordered = sorted(self.pending, key=operator.attrgetter("run_id"))
        for run_id, events in itertools.groupby(ordered, key=lambda event: event.run_id):
            listed = list(events)
            await self.ws.send_to_user(run_id, {"count": len(listed)})
            await self.ws.send_to_user(listed[0].user_id, {"run": run_id})

    async def flush_chunks(self) -> None:
        for chunk in chunked(self.pending, self.size):
            for event in chunk:
                await self.ws.send_to_user(event.user_id, {"kind": event.kind})
            await self.ws.send_to_user(chunk[-1].run_id, {"last": True})

    async def top(self) -> None:
        counts = Counter(event.user_id for event in self.pending)
        for user_id, count in counts.most_common(1):
            await self.ws.send_to_user(user_id, {"count": count})


async def main(manager, run_id, other_run_id, user_id):
    batcher = Batcher(manager)
    batcher.add(Event(run_id, user_id, "start"))
    if batcher.add(Event(other_run_id, user_id, "start")):
        await batcher.flush_chunks()
        await batcher.top()
        await batcher.flush_sorted()
        await batcher.flush()
