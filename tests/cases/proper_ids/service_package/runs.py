from dataclasses import dataclass
from typing import Optional


@dataclass
class Run:
    run_id: str
    user_id: Optional[str]
    thread_id: Optional[str]


class RunService:
    def __init__(self, notifications, audit):
        self.notifications = notifications
        self.audit = audit
        self.active = {}

    async def start(self, run_id, user_id, thread_id):
        self.active[run_id] = Run(run_id, user_id, thread_id)
        await self.notifications.tell(self.active[run_id], "started")

    async def finish(self, run_id):
        run = self.active.pop(run_id, None)
        if run is None:
            await self.audit.record(run_id, "unknown")
            return
        await self.notifications.tell(run, "finished")
