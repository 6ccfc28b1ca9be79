"""A recipient is looked up when it is first needed, and kept."""


class Directory:
    def __init__(self, users):
        self.users = users
        self.calls = 0

    async def lookup(self, run_id):
        self.calls += 1
        return self.users.get(run_id)


class Stream:
    def __init__(self, ws, directory, run_id):
        self.ws = ws
        self.directory = directory
        self.run_id = run_id
        self._recipient = None

    async def recipient(self):
        if self._recipient is None:
            self._recipient = await self.directory.lookup(self.run_id)
        return self._recipient

    async def recipient_or_run(self):
        found = await self.recipient()
        if found is None:
            return self.run_id
        return found

    async def emit(self, message):
        target = await self.recipient()
        if not target:
            return
        await self.ws.send_to_user(target, {**message, "run": self.run_id})

    async def emit_always(self, message):
        await self.ws.send_to_user(await self.recipient_or_run(), message)

    async def emit_known(self, message):
        if await self.recipient() is None:
            return
        await self.ws.send_to_user(await self.recipient_or_run(), message)


async def main(manager, run_id, user_id):
    stream = Stream(manager, Directory({run_id: user_id}), run_id)
    await stream.emit({"n": 1})
    await stream.emit_always({"n": 2})
    await stream.emit_known({"n": 3})
