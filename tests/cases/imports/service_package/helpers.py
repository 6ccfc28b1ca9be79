class Workflow:
    def __init__(self, supervisor):
        self.supervisor = supervisor

    async def steps(self, owner, run_id):
        context = self._context(owner, run_id)
        await self._with_context(context)

    def _context(self, owner, run_id):
        return {"owner": owner, "run_id": run_id}

    async def _with_context(self, context):
        await self.supervisor.other.execute(context)
        await self.supervisor.pipeline.execute(context)


def make_helpers(supervisor):
    return Workflow(supervisor)
