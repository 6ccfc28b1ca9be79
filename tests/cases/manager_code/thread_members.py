"""A manager that resolves a thread to its members."""


class Manager:
    def __init__(self, transport, members):
        self.transport = transport
        self.members = members

    async def send_to_thread(self, thread_id, message):
        for user_id in self.members.get(thread_id, ()):
            await self.send_to_user(user_id, message)

    async def send_to_user(self, user_id, message):
        await self.transport.deliver(user_id, message)


async def main(manager, user_id, thread_id, run_id):
    hub = Manager(manager, {thread_id: [user_id]})
    await hub.send_to_thread(thread_id, {"run_id": run_id})
