"""Nothing tells what a supervisor is, but only one class of the project can finish a run."""

import sys


class Finisher:
    def __init__(self, manager):
        self.manager = manager

    async def finish_pipeline(self, context):
        await self._say_done(context["thread_id"], context["run_id"])

    async def finish_quietly(self, context):
        await self._say_done(context["thread_id"], context["run_id"])

    async def _say_done(self, thread_id, run_id):
        await self.manager.send_to_thread(thread_id, {"done": run_id})


class Steps:
    def __init__(self, supervisor):
        self.supervisor = supervisor

    async def all(self, thread_id, run_id):
        context = self._context_of(thread_id, run_id)
        await self.supervisor.finisher.finish_pipeline(context)

    async def again(self, thread_id, run_id):
        await self.supervisor.finisher.finish_quietly(self._context_of(thread_id, run_id))

    def _context_of(self, thread_id, run_id):
        return {"thread_id": thread_id, "run_id": run_id}


class Supervisor:
    def __init__(self, manager):
        self.finisher = Finisher(manager)


async def main(manager, run_id, thread_id):
    supervisor = vars(sys.modules[__name__])["Supervisor"](manager)
    await Steps(supervisor).all(thread_id, run_id)
    await Steps(supervisor).all(run_id, run_id)
    await Steps(supervisor).again(thread_id, run_id)
