"""Two mixins have the same helper; the first in the order of bases wins."""


class RoutesByRun:
    def _recipient(self):
        return self.context["run_id"]


class RoutesByUser:
    def _recipient(self):
        return self.context["user_id"] or "operator"


class Emits:
    async def emit(self, body):
        await self.manager.send_to_user(self._recipient(), body)


class Base:
    def __init__(self, manager, context):
        self.manager = manager
        self.context = context


class Triage(RoutesByRun, Emits, Base):
    pass


class Report(RoutesByUser, RoutesByRun, Emits, Base):
    pass


async def main(manager, run_id, user_id):
    context = {"run_id": run_id, "user_id": user_id}
    await Report(manager, context).emit({"n": 1})
    await Triage(manager, context).emit({"n": 2})
