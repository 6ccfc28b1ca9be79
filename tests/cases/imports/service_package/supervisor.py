from helpers import make_helpers
from pipeline import OtherPipeline, Pipeline


class Supervisor:
    def __init__(self, manager):
        self.manager = manager
        self.pipeline = Pipeline(manager)
        self.other = OtherPipeline()
        self.workflow = make_helpers(self)

    async def run(self, owner, run_id):
        await self.workflow.steps(owner, run_id)
