"""All kinds go through one wrapper of each method."""


class Wire:
    def __init__(self, ws):
        self.ws = ws

    async def to_room(self, x, body):
        await self.ws.send_to_thread(x, body)

    async def to_person(self, x, body):
        await self.ws.send_to_user(x, body)


async def main(manager, run_id, user_id, thread_id):
    wire = Wire(manager)
    await wire.to_room(thread_id, {"run_id": run_id})
    await wire.to_room(user_id, {"n": 2})
    await wire.to_room(run_id, {"n": 3})
    await wire.to_person(user_id, {"run_id": run_id})
    await wire.to_person(thread_id, {"n": 5})
    await wire.to_person(run_id, {"n": 6})
