"""Runs are polled until they end; listeners of each are told of changes, and who waits too long."""

import asyncio
from dataclasses import dataclass, field
from typing import Iterator


@dataclass
class Watched:
    run_id: str
    listeners: list[str]
    state: str = "queued"
    history: list[str] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        return self.state in {"done", "failed"}


class Backend:
    def __init__(self, script):
        self.script = {run: iter(states) for run, states in script.items()}

    async def state(self, run_id):
        await asyncio.sleep(0)
        return next(self.script[run_id], "done")


class Poller:
    def __init__(self, ws, backend):
        self.ws = ws
        self.backend = backend
        self.watched: dict[str, Watched] = {}

    def watch(self, run_id, *listeners):
        self.watched[run_id] = Watched(run_id, [each for each in listeners if each])

    def open(self) -> Iterator[Watched]:
        return (each for each in self.watched.values() if not each.ended)

    async def poll(self):
        changed = []
        for each in list(self.open()):
            state = await self.backend.state(each.run_id)
            if state != each.state:
                each.history.append(each.state)
                each.state = state
                changed.append(each)
        for each in changed:
            for listener in each.listeners:
                await self.ws.send_to_user(listener, {"run": each.run_id, "state": each.state})
        return bool(changed)

    async def run(self, rounds=5):
        quiet = 0
        while any(True for _ in self.open()) and quiet < rounds:
            quiet = 0 if await self.poll() else quiet + 1

    async def summary(self, to):
        ended = {each.run_id: each.history for each in self.watched.values() if each.ended}
        await self.ws.send_to_user(to, {"ended": ended})
        for target, history in ended.items():
            await self.ws.send_to_user(target, {"history": history})


async def main(manager, run_id, other_run_id, user_id):
    poller = Poller(manager, Backend({run_id: ["running", "done"], other_run_id: ["failed"]}))
    poller.watch(run_id, user_id, "bob")
    poller.watch(other_run_id, user_id)
    await poller.run()
    await poller.summary(user_id)
