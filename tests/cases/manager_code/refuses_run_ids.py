"""A manager that treats run ids apart."""


class Manager:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, user_id, message):
        if user_id.startswith("run_"):
            return False
        await self.transport.send_to_user(user_id, message)
        return True


async def main(manager, user_id, run_id):
    hub = Manager(manager)
    await hub.send_to_user(user_id or "nobody", {"run_id": run_id})
