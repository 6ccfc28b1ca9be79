class RunScope:
    def __init__(self, execution, owner):
        self.execution = execution
        self.owner = owner


class Notifier:
    def __init__(self, ws):
        self._ws = ws

    async def notify(self, recipient, kind, **payload):
        await self._ws.send_to_user(recipient, {"type": kind, **payload})


class AuditTrail:
    def __init__(self, scope):
        self.subject = scope.execution
        self.reader = scope.owner


class SupplyAgent:
    def __init__(self, scope, notifier):
        self.scope = scope
        self.notifier = notifier

    async def run(self):
        await self.notifier.notify(self.scope.owner, "started", job=self.scope.execution)
        await self.notifier.notify(self.scope.execution, "finished")


class ReportAgent:
    def __init__(self, trail, notifier):
        self.trail = trail
        self.notifier = notifier

    async def run(self):
        await self.notifier.notify(self.trail.subject, "audit")
        await self.notifier.notify(self.trail.reader, "audit")
