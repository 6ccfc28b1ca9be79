from __future__ import annotations

from members import Member, MemberKind


class Room:
    def __init__(self, id: str, manager) -> None:
        self.id = id
        self.manager = manager
        self.members: dict[str, Member] = {}

    async def join(self, member: Member) -> None:
        self.members[member.id] = member
        await self.manager.send_to_thread(self.id, {"joined": member.id})

    async def tell_member(self, member: Member, message: dict) -> None:
        if member.reachable:
            await self.manager.send_to_user(member.id, message)

    async def whisper(self, text: str, only: MemberKind | None = None) -> None:
        chosen = [m for m in self.members.values() if only is None or m.kind is only]
        for member in chosen:
            await self.manager.send_to_user(member.id, {"whisper": text})

    async def announce(self, author: str, text: str) -> None:
        await self.manager.send_to_thread(author, {"text": text})


class RoomRegistry:
    def __init__(self, manager) -> None:
        self.manager = manager
        self._rooms: dict[str, Room] = {}

    def open(self, id: str) -> Room:
        if (room := self._rooms.get(id)) is None:
            room = self._rooms[id] = Room(id, self.manager)
        return room

    async def close_all(self) -> None:
        while self._rooms:
            id, room = self._rooms.popitem()
            for member in room.members.values():
                await room.tell_member(member, {"closed": id})
            await self.manager.send_to_user(id, {"closed": True})
