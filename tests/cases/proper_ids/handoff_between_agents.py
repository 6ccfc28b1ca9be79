"""One agent hands over to another: context, history and the person go along, runs change."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from typing import Optional

_counter = itertools.count(1)


@dataclass(frozen=True)
class Handoff:
    run_id: str
    user_id: str
    thread_id: Optional[str]
    from_run: Optional[str] = None
    trail: tuple[str, ...] = field(default=())

    def to(self, agent: str) -> Handoff:
        new_run = f"{self.run_id}.{agent}.{next(_counter)}"
        return replace(self, run_id=new_run, from_run=self.run_id, trail=(*self.trail, agent))

    @property
    def depth(self) -> int:
        return len(self.trail)


class Agent:
    def __init__(self, ws, name, successor=None):
        self.ws = ws
        self.name = name
        self.successor = successor

    async def take(self, handoff: Handoff) -> Handoff:
        mine = handoff.to(self.name)
        await self.ws.send_to_user(
            mine.user_id, {"agent": self.name, "run": mine.run_id, "from": mine.from_run}
        )
        if mine.thread_id:
            await self.ws.send_to_thread(mine.thread_id, {"trail": mine.trail})
        if self.successor is not None:
            return await self.successor.take(mine)
        return mine


class BackReporter(Agent):
    """Reports to where the work came from."""

    async def take(self, handoff: Handoff) -> Handoff:
        last = await super().take(handoff)
        if last.from_run:
            await self.ws.send_to_user(last.from_run, {"finished": last.run_id})
        return last


async def main(manager, run_id, user_id, thread_id):
    first = Handoff(run_id, user_id, thread_id)
    chain = Agent(manager, "triage", Agent(manager, "writer"))
    last = await chain.take(first)
    await manager.send_to_user(last.user_id, {"depth": last.depth, "run": last.run_id})
    await BackReporter(manager, "checker").take(first)
    origin = replace(first, user_id=first.run_id)
    await manager.send_to_user(origin.user_id, {"n": 1})
