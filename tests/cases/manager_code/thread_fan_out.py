"""A manager that fans a thread out to its members, and tracks runs by thread."""


class Manager:
    def __init__(self, transport):
        self.transport = transport
        self.members = {}
        self.thread_of_run = {}

    def join(self, thread_id, user_id):
        self.members.setdefault(thread_id, set()).add(user_id)

    def bind(self, run_id, thread_id):
        self.thread_of_run[run_id] = thread_id

    async def send_to_user(self, user_id, message):
        await self.transport.send_to_user(user_id, message)

    async def send_to_thread(self, thread_id, message):
        for user_id in sorted(self.members.get(thread_id, ()), key=str):
            await self.send_to_user(user_id, message)

    async def send_for_run(self, run_id, message):
        thread_id = self.thread_of_run.get(run_id)
        if thread_id is None:
            return
        await self.send_to_thread(thread_id, message)


async def main(manager, run_id, user_id, thread_id):
    hub = Manager(manager)
    hub.join(thread_id, user_id)
    hub.bind(run_id, thread_id)
    await hub.send_for_run(run_id, {"run_id": run_id})
    await hub.send_to_thread(thread_id, {"run_id": run_id})
