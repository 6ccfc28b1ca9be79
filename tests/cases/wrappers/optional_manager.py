"""A wrapper around a manager that may be missing."""


class Sender:
    def __init__(self, websocket_manager=None):
        self.websocket_manager = websocket_manager

    async def _send(self, target, message):
        if not self.websocket_manager:
            return
        try:
            await self.websocket_manager.send_to_user(target, message)
        except Exception:
            pass

    async def started(self, run_id, user_id):
        await self._send(user_id, {"event": "started", "run_id": run_id})

    async def failed(self, run_id, user_id):
        await self._send(user_id or run_id, {"event": "failed"})


async def main(manager, run_id, user_id):
    sender = Sender(manager)
    await sender.started(run_id, user_id)
    await sender.failed(run_id, user_id)
