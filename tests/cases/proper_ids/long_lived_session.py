"""A session object with many fields, several of them run ids, over several turns."""

import asyncio
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import Optional


@dataclass
class Turn:
    run_id: str
    prompt: str
    parent_run_id: Optional[str] = None


@dataclass
class Session:
    owner: str
    room: Optional[str] = None
    turns: deque = field(default_factory=deque)
    by_run: OrderedDict = field(default_factory=OrderedDict)
    last: Optional[Turn] = None

    def begin(self, run_id, prompt):
        parent = self.last.run_id if self.last else None
        self.last = Turn(run_id, prompt, parent)
        self.turns.append(self.last)
        self.by_run[run_id] = self.last
        return self.last

    def summary(self):
        return {"runs": list(self.by_run), "last": self.last and self.last.run_id}


class Sessions:
    def __init__(self, ws):
        self.ws = ws
        self._sessions = {}

    def open(self, owner, room):
        return self._sessions.setdefault(owner, Session(owner, room))

    async def tell(self, session, body):
        if session.room:
            await self.ws.send_to_thread(session.room, body)
        elif session.owner:
            await self.ws.send_to_user(session.owner, body)

    async def tell_all(self, body):
        await asyncio.gather(*(self.tell(s, body) for s in self._sessions.values()))


async def main(manager, run_id, child_run_id, user_id, thread_id):
    sessions = Sessions(manager)
    session = sessions.open(user_id, thread_id)
    first = session.begin(run_id, "hello")
    await sessions.tell(session, {"run_id": first.run_id})
    second = session.begin(child_run_id, "again")
    await sessions.tell(session, {"run_id": second.run_id, "parent": second.parent_run_id})
    await sessions.tell_all(session.summary())
    for turn in session.turns:
        await manager.send_to_user(session.owner or "operator", {"prompt": turn.prompt})
    for key, turn in session.by_run.items():
        await manager.send_to_user("operator", {key: turn.prompt})
