"""A container makes services on demand and hands them their dependencies."""


class Container:
    def __init__(self):
        self._factories = {}
        self._instances = {}

    def register(self, name, factory):
        self._factories[name] = factory

    def get(self, name):
        if name not in self._instances:
            self._instances[name] = self._factories[name](self)
        return self._instances[name]


class Notifier:
    def __init__(self, ws):
        self._ws = ws

    async def tell(self, who, text):
        await self._ws.send_to_user(who, {"text": text})


class JobService:
    def __init__(self, notifier, audit):
        self.notifier = notifier
        self.audit = audit

    async def finish(self, job, owner):
        if owner:
            await self.notifier.tell(owner, "finished")
        await self.audit.record(job)


class AuditService:
    def __init__(self, notifier):
        self.notifier = notifier

    async def record(self, job):
        await self.notifier.tell(job, "recorded")


def configure(ws):
    container = Container()
    container.register("ws", lambda c: ws)
    container.register("notifier", lambda c: Notifier(c.get("ws")))
    container.register("audit", lambda c: AuditService(c.get("notifier")))
    container.register("jobs", lambda c: JobService(c.get("notifier"), c.get("audit")))
    return container


async def main(manager, run_id, user_id):
    container = configure(manager)
    await container.get("jobs").finish(run_id, user_id)
