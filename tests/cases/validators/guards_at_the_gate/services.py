from errors import BadAddress


class ReportService:
    def __init__(self, gate):
        self.gate = gate

    async def publish(self, target, report):
        return await self.gate.post(target, {"report": report})


class AlertService:
    def __init__(self, gate):
        self.gate = gate
        self.failed = []

    async def raise_alert(self, target, run_id):
        try:
            await self.gate.post_strictly(target, {"alert": run_id})
        except BadAddress as error:
            self.failed.append((target, str(error)))

    async def raise_room_alert(self, thread_id, run_id):
        await self.gate.post_room(thread_id, {"alert": run_id, "failed": len(self.failed)})


class ExportService:
    def __init__(self, manager):
        self.manager = manager
        self.keys = {}

    def _key(self, run_id):
        return self.keys.setdefault(run_id, f"export-{len(self.keys)}")

    async def ready(self, run_id, owner):
        await self.manager.send_to_user(owner, {"export": self._key(run_id)})

    async def expired(self, run_id):
        self._key(run_id)
        for key in list(self.keys):
            await self.manager.send_to_user(key, {"expired": self.keys.pop(key)})
