"""A template method calls what the subclass supplies."""


class Template:
    def __init__(self, manager):
        self.manager = manager

    async def execute(self, context):
        await self.manager.send_to_user(self.target(context), {"type": "started"})

    def target(self, context):
        raise NotImplementedError


class ByRun(Template):
    def target(self, context):
        return context["job"]


class ByUser(Template):
    def target(self, context):
        return context["person"]


async def main(manager, run_id, user_id):
    context = {"job": run_id, "person": user_id}
    await ByUser(manager).execute(context)
    await ByRun(manager).execute(context)
