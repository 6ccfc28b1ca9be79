"""The run id opens an object that knows the rest."""


class Run:
    def __init__(self, key, thread):
        self.key = key
        self.thread = thread


class Thread:
    def __init__(self, key, members):
        self.key = key
        self.members = members


class Service:
    def __init__(self, runs):
        self._runs = runs

    def run(self, key):
        return self._runs[key]

    def members(self, key):
        return self.run(key).thread.members


async def main(manager, run_id, thread_id, user_id):
    service = Service({run_id: Run(run_id, Thread(thread_id, [user_id]))})
    for person in service.members(run_id):
        await manager.send_to_user(person, {"run": service.run(run_id).key})
    if service.run(run_id).thread.key:
        await manager.send_to_thread(service.run(run_id).thread.key, {"n": 2})
    await manager.send_to_user(service.run(run_id).key, {"n": 3})
