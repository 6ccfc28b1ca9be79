"""The classical fallback: `user_id or run_id`."""


class DataSubAgent:
    def __init__(self, websocket_manager):
        self.websocket_manager = websocket_manager

    async def _send_update(self, run_id, update, user_id=None):
        await self.websocket_manager.send_to_user(user_id or run_id, update)


async def main(manager, run_id, user_id):
    await DataSubAgent(manager)._send_update(run_id, {"status": "ok"}, user_id)
