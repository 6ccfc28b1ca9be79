"""A service keeps records in a table of its own, and hands what it finds there to its helpers."""


class Record:
    def __init__(self, owner, room, job):
        self.owner = owner
        self.room = room
        self.job = job


class Table:
    def __init__(self):
        self._rows = {}

    def create(self, key, owner, room, job):
        record = Record(owner, room, job)
        self._rows[key] = record
        return record

    def find(self, key):
        return self._rows.get(key)


class Service:
    def __init__(self, manager):
        self.manager = manager
        self.table = Table()

    def start(self, key, owner, room, job):
        return self.table.create(key, owner, room, job)

    async def greet(self, key):
        record = self.table.find(key)
        await self._tell(record.owner, {"n": 1})

    async def finish(self, key):
        record = self.table.find(key)
        await self._tell(record.job, {"n": 2})

    async def close(self, key):
        record = self.table.find(key)
        await self._tell_room(record.room, {"n": 3})

    async def _tell(self, whom, message):
        await self.manager.send_to_user(whom, message)

    async def _tell_room(self, room, message):
        await self.manager.send_to_thread(room, message)


async def main(manager, run_id, user_id, thread_id):
    service = Service(manager)
    service.start("demo", user_id, thread_id, run_id)
    await service.greet("demo")
    await service.finish("demo")
    await service.close("demo")
