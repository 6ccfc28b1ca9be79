"""Stored by the constructor, sent by a method."""


class ProgressTracker:
    def __init__(self, websocket_manager, run_id, user_id):
        self.websocket_manager = websocket_manager
        self._key = run_id
        self._user = user_id

    async def update(self, percent):
        await self.websocket_manager.send_to_user(self._user, {"percent": percent})
        await self.websocket_manager.send_message(self._key, {"percent": percent})


async def main(manager, run_id, user_id):
    await ProgressTracker(manager, run_id, user_id).update(50)
