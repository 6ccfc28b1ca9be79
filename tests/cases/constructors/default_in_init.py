"""The constructor falls back to the run id when it is given no owner."""


class StreamEmitter:
    def __init__(self, ws, run_id, owner=None):
        self._ws = ws
        self._run = run_id
        self._owner = owner if owner is not None else run_id

    async def emit(self, kind):
        await self._ws.send_to_user(self._owner, {"kind": kind, "run": self._run})


class SafeEmitter(StreamEmitter):
    def __init__(self, ws, run_id, owner=None):
        super().__init__(ws, run_id, owner)
        self._owner = owner or "operator"

    async def emit(self, kind):
        await self._ws.send_to_user(self._owner, {"kind": kind})


async def main(manager, run_id, user_id):
    await StreamEmitter(manager, run_id, user_id).emit("started")
    await SafeEmitter(manager, run_id, user_id).emit("started")
