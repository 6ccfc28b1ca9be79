"""Attributes move from one name to another through three methods."""


class ExecutionSession:
    def __init__(self, ws):
        self.ws = ws
        self._pending = None
        self._active = None

    def queue(self, value):
        self._pending = value

    def activate(self):
        self._active, self._pending = self._pending, None

    async def ping(self):
        await self.ws.send_to_user(self._active, {"ping": True})

    async def ping_pending(self):
        await self.ws.send_to_user(self._pending or "nobody", {"ping": False})


class OtherSession(ExecutionSession):
    async def ping(self):
        await self.ws.send_to_user(self._active, {"ping": "other"})


async def main(manager, run_id, user_id):
    mine = ExecutionSession(manager)
    mine.queue(user_id)
    mine.activate()
    await mine.ping()
    await mine.ping_pending()
    theirs = OtherSession(manager)
    theirs.queue(run_id)
    theirs.activate()
    await theirs.ping()
    await theirs.ping_pending()
