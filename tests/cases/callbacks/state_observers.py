"""Observers are told of a run's changes: objects, functions, bound methods, each with its address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol


class Observer(Protocol):
    async def changed(self, run: Run, old: str, new: str) -> None: ...


@dataclass
class Run:
    run_id: str
    owner: str
    state: str = "new"
    observers: list[Any] = field(default_factory=list)

    def attach(self, observer: Any) -> Run:
        self.observers.append(observer)
        return self

    async def move(self, state: str) -> None:
        old, self.state = self.state, state
        for observer in self.observers:
            changed = getattr(observer, "changed", observer)
            await changed(self, old, state)


class OwnerObserver:
    def __init__(self, ws: Any) -> None:
        self.ws = ws

    async def changed(self, run: Run, old: str, new: str) -> None:
        if run.owner:
            await self.ws.send_to_user(run.owner, {"run": run.run_id, "from": old, "to": new})


class RoomObserver:
    def __init__(self, ws: Any, room: str) -> None:
        self.ws = ws
        self.room = room

    async def changed(self, run: Run, old: str, new: str) -> None:
        await self.ws.send_to_thread(self.room, {"run": run.run_id, "to": new})


class Mirror:
    def __init__(self, ws: Any, field_name: str) -> None:
        self.ws = ws
        self.field_name = field_name

    async def note(self, run: Run, old: str, new: str) -> None:
        await self.ws.send_to_user(getattr(run, self.field_name), {"to": new})


def quietly(log):
    async def note(run: Run, old: str, new: str) -> None:
        log.append((run.run_id, old, new))

    return note


async def main(manager, run_id, other_run_id, user_id, thread_id):
    log = []
    run = Run(run_id, user_id).attach(OwnerObserver(manager)).attach(quietly(log))
    await run.move("running")
    run.attach(RoomObserver(manager, thread_id)).attach(Mirror(manager, "owner").note)
    await run.move("done")
    for changed_run, _, state in log:
        await manager.send_to_user(user_id, {"run": changed_run, "state": state})
    other = Run(other_run_id, user_id).attach(Mirror(manager, "run_id").note)
    await other.move("running")
