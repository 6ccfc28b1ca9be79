"""A `send_to_thread` that takes a run and looks its thread up."""


class ThreadRouter:
    def __init__(self, manager, threads):
        self.manager, self.threads = manager, threads

    async def send_to_thread(self, run_id: str, message: dict) -> None:
        await self.manager.send_to_thread(self.threads[run_id], message)


class Agent:
    def __init__(self, router: ThreadRouter):
        self.router = router

    async def go(self, run_id):
        await self.router.send_to_thread(run_id, {"n": 1})


async def main(manager, run_id, thread_id):
    await Agent(ThreadRouter(manager, {run_id: thread_id})).go(run_id)
