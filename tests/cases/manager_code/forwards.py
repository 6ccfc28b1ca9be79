"""A manager that forwards its own parameter."""


class Manager:
    def __init__(self, transport):
        self.transport = transport
        self.connections = {}

    async def send_to_user(self, user_id, message):
        if user_id not in self.connections:
            self.connections[user_id] = []
        await self.transport.deliver(user_id, message)

    async def send_message(self, user_id, message):
        return await self.send_to_user(user_id, message)

    async def broadcast(self, message):
        for user_id in self.connections:
            await self.send_to_user(user_id, message)


async def main(manager, user_id, run_id):
    hub = Manager(manager)
    await hub.send_message(user_id, {"run_id": run_id})
    await hub.broadcast({"run_id": run_id})
