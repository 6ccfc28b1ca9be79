"""Managers kept on `self`, under several names."""


class Agent:
    def __init__(self, manager):
        self.websocket_manager = manager
        self.ws = manager
        self._bridge = manager

    async def act(self, run_id, user_id):
        await self.websocket_manager.send_to_user(run_id, {"n": 1})
        await self.ws.send_message(run_id, {"n": 2})
        await self._bridge.send_to_thread(run_id, {"n": 3})
        await self.ws.send_to_user(user_id, {"n": 4})


async def main(manager, run_id, user_id):
    await Agent(manager).act(run_id, user_id)
