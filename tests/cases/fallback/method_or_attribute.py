"""A method's result, an attribute, then the run id."""


class BaseWorker:
    _owner = None

    def __init__(self, ws):
        self.ws = ws

    def _lookup_owner(self, key):
        return None

    def _get_target(self, run_id):
        return self._lookup_owner(run_id) or self._owner or run_id

    async def emit(self, run_id, payload):
        await self.ws.send_message(self._get_target(run_id), payload)


class Worker(BaseWorker):
    pass


async def main(manager, run_id, user_id):
    worker = Worker(manager)
    worker._owner = user_id
    await worker.emit(run_id, {"run_id": run_id})
