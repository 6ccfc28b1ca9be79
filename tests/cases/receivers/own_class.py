"""A manager defined by the project."""


class WebSocketManager:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, user_id, message):
        await self.transport.deliver(user_id, message)

    async def send_message(self, user_id, message):
        return await self.send_to_user(user_id, message)


class Agent:
    def __init__(self, manager: WebSocketManager):
        self.manager = manager

    async def go(self, run_id, user_id):
        await self.manager.send_message(user_id, {"run_id": run_id})
        await self.manager.send_message(run_id, {"n": 1})


async def main(manager, run_id, user_id):
    await Agent(WebSocketManager(manager)).go(run_id, user_id)
