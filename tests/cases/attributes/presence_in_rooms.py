"""Who is present in which thread, with joins, leaves and expiry"""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Callable


@dataclass(eq=False)
class Member:
    user_id: str
    agent_run: str | None = None
    seen: float = 0.0


@dataclass
class Room:
    thread_id: str
    members: dict[str, Member] = field(default_factory=dict)

    def join(self, user_id: str, agent_run: str | None = None) -> Member:
        member = self.members.get(user_id)
        if member is None:
            member = self.members[user_id] = Member(user_id)
        member.agent_run = agent_run or member.agent_run
        return member

    def leave(self, user_id: str) -> Member | None:
        return self.members.pop(user_id, None)

    @property
    def agents(self) -> list[Member]:
        return [member for member in self.members.values() if member.agent_run]


class PresenceService:
    def __init__(self, ws, clock: Callable[[], float] = time.monotonic) -> None:
        self._ws = ws
        self._clock = clock
        self._rooms: dict[str, Room] = {}
        self._rooms_of: dict[str, set[str]] = defaultdict(set)

    def _room(self, thread_id: str) -> Room:
        try:
            return self._rooms[thread_id]
        except KeyError:
            room = Room(thread_id)
            self._rooms[thread_id] = room
            return room

    async def join(self, thread_id: str, user_id: str, run_id: str | None = None) -> None:
        room = self._room(thread_id)
        member = room.join(user_id, run_id)
        member.seen = self._clock()
        self._rooms_of[user_id].add(thread_id)
        await self._ws.send_to_thread(room.thread_id, {"joined": member.user_id})

    async def leave(self, thread_id: str, user_id: str) -> None:
        room = self._room(thread_id)
        member = room.leave(user_id)
        if member is None:
            return
        self._rooms_of[user_id].discard(thread_id)
        await self._ws.send_to_thread(room.thread_id, {"left": member.user_id})
        if member.agent_run:
            await self._ws.send_to_thread(member.agent_run, {"left": True})

    async def whisper_agents(self, thread_id: str, text: str) -> None:
        for agent in self._room(thread_id).agents:
            await self._ws.send_to_user(agent.user_id, {"text": text, "run": agent.agent_run})
            await self._ws.send_to_user(agent.agent_run, {"text": text})

    async def everywhere(self, user_id: str, text: str) -> None:
        for thread_id in sorted(self._rooms_of[user_id]):
            await self._ws.send_to_thread(thread_id, {"text": text})


async def main(manager, run_id, user_id, thread_id):
    if not thread_id or not user_id:
        return
    presence = PresenceService(manager)
    await presence.join(thread_id, user_id, run_id)
    await presence.join(thread_id, "guest")
    await presence.whisper_agents(thread_id, "psst")
    await presence.everywhere(user_id, "all")
    await presence.leave(thread_id, user_id)
    await presence.leave(thread_id, "guest")
