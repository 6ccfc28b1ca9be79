"""The older alias, a delegating manager and `super`, all clean."""


class Core:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, user_id, message):
        return await self.transport.send_to_user(user_id, message)

    async def send_message(self, user_id, message):
        return await self.send_to_user(user_id, message)

    async def send_to_thread(self, thread_id, message):
        return await self.transport.send_to_thread(thread_id, message)


class Metered(Core):
    count = 0

    async def send_to_user(self, user_id, message):
        Metered.count += 1
        return await super().send_to_user(user_id, message)


async def main(manager, run_id, user_id, thread_id):
    hub = Metered(manager)
    await hub.send_message(user_id, {"run_id": run_id})
    await hub.send_to_user(user_id, {"run_id": run_id})
    if thread_id:
        await hub.send_to_thread(thread_id, {"run_id": run_id})
