class Context:
    def __init__(self, owner, run_id):
        self.owner = owner
        self.run_id = run_id


class Pipeline:
    def __init__(self, manager):
        self.manager = manager

    async def execute(self, context):
        await self._notify(Context(**context))

    async def _notify(self, context):
        if context.owner:
            await self.manager.send_to_user(context.owner, {"run_id": context.run_id})


class OtherPipeline:
    def __init__(self):
        self.log = []

    async def execute(self, context):
        self.log.append(context["run_id"])
