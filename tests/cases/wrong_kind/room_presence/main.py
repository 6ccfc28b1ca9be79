"""Rooms know who is present; joining, typing and leaving are told to the room or to each member"""

from __future__ import annotations

from history import History
from members import Member, MemberKind
from rooms import RoomRegistry
from typing_status import TypingTracker


async def main(manager, run_id, user_id, thread_id):
    rooms = RoomRegistry(manager)
    history = History(manager)
    tracker = TypingTracker(rooms)
    room = rooms.open(thread_id or "thread_lobby")
    agent = Member(run_id, MemberKind.AGENT)
    await room.join(agent)
    if user_id:
        person = Member(user_id, MemberKind.PERSON)
        await room.join(person)
        await tracker.typing(person, room)
        history.add(room.id, person.id, "hi")
    history.add(room.id, agent.id, "hello")
    await tracker.typing(agent, room)
    await room.whisper("psst", only=MemberKind.PERSON)
    await room.whisper("all", only=None)
    await history.replay(room.id)
    await rooms.close_all()
