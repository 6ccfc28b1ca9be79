"""A factory that chooses a class."""


class Thread:
    def __init__(self, thread_id):
        self.where = thread_id

    async def say(self, hub, text):
        await hub.send_to_thread(self.where, {"text": text})


class Execution:
    def __init__(self, run_id):
        self.where = run_id

    async def say(self, hub, text):
        await hub.send_to_user(self.where, {"text": text})


def make(kind, run_id, thread_id):
    return Execution(run_id) if kind == "run" else Thread(thread_id)


async def main(manager, mode, run_id, thread_id):
    await make(mode, run_id, thread_id).say(manager, "hello")
