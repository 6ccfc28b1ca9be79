from wire import Wire


class Announcer:
    def __init__(self, ws):
        self.wire = Wire(ws)

    async def to_room(self, room, text):
        if room:
            await self.wire.thread(room, {"text": text})

    async def to_person(self, person, text):
        if person:
            await self.wire.user(person, {"text": text})
