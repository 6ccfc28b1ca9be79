"""Events are appended to streams per run, folded to a state and projected"""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass, field, replace
from typing import Any, Iterable


class Stored:
    __slots__ = ("data", "name", "number", "stream")

    def __init__(self, stream: str, number: int, name: str, data: dict[str, Any]) -> None:
        self.stream = stream
        self.number = number
        self.name = name
        self.data = data


@dataclass(frozen=True)
class RunState:
    run_id: str = ""
    owner: str | None = None
    thread: str | None = None
    steps: int = 0
    labels: tuple[str, ...] = ()


def evolve(state: RunState, event: Stored) -> RunState:
    if event.name == "created":
        return replace(state, run_id=event.stream, owner=event.data["by"])
    if event.name == "moved":
        return replace(state, thread=event.data["to"])
    if event.name == "stepped":
        return replace(state, steps=state.steps + 1)
    if event.name == "labelled":
        return replace(state, labels=(*state.labels, event.data["label"]))
    return state


@dataclass
class EventStore:
    streams: dict[str, list[Stored]] = field(default_factory=dict)
    _numbers: Iterable[int] = field(default_factory=lambda: itertools.count(1))

    def append(self, stream: str, name: str, **data: Any) -> Stored:
        event = Stored(stream, next(self._numbers), name, data)
        self.streams.setdefault(stream, []).append(event)
        return event

    def load(self, stream: str) -> RunState:
        return functools.reduce(evolve, self.streams.get(stream, []), RunState())

    def replay(self) -> list[Stored]:
        return sorted(
            itertools.chain.from_iterable(self.streams.values()), key=lambda event: event.number
        )


async def main(manager, run_id, user_id, thread_id):
    store = EventStore()
    store.append(run_id, "created", by=user_id)
    store.append(run_id, "moved", to=thread_id)
    store.append(run_id, "stepped")
    store.append(run_id, "labelled", label="slow")
    state = store.load(run_id)
    await manager.send_to_user(state.owner, {"steps": state.steps, "run": state.run_id})
    await manager.send_to_thread(state.thread, {"labels": state.labels})
    await manager.send_to_user(state.run_id, {"n": 1})
    for event in store.replay():
        if event.name == "created":
            await manager.send_to_user(event.data["by"], {"replayed": event.stream})
        await manager.send_to_thread(event.stream, {"replayed": event.name})
    created = store.append("run_local", "created", by=run_id)
    await manager.send_to_user(created.data["by"], {"n": 2})
