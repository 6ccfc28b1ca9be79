from dataclasses import dataclass, field


@dataclass
class Member:
    person: str
    execution: str


@dataclass
class Room:
    name: str
    members: list[Member] = field(default_factory=list)


class RoomService:
    def __init__(self, ws):
        self.ws = ws

    async def announce(self, room, text):
        if room.name:
            await self.ws.send_to_thread(room.name, {"text": text})

    async def whisper(self, room, text):
        for member in room.members:
            await self.ws.send_to_user(member.person, {"text": text})

    async def announce_wrongly(self, room, text):
        for member in room.members:
            await self.ws.send_to_thread(member.person, {"text": text})
        await self.ws.send_to_user(room.name, {"text": text})

    async def trace(self, room):
        await self.ws.send_to_thread(room.members[0].execution, {"trace": True})

    def route(self, room, *, prefer_room):
        if prefer_room:
            return room.name, self.ws.send_to_thread
        return room.members[0].person, self.ws.send_to_user
