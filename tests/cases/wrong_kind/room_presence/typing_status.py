from __future__ import annotations

from members import Member, MemberKind
from rooms import Room, RoomRegistry


class TypingTracker:
    def __init__(self, rooms: RoomRegistry) -> None:
        self.rooms = rooms
        self.last: dict[str, str] = {}

    async def typing(self, member: Member, room: Room) -> None:
        self.last[room.id] = member.id
        if member.kind is MemberKind.AGENT:
            await room.announce(member.id, "thinking")
        else:
            await room.announce(room.id, "typing")
