"""A context manager tells when an execution begins and ends, and for whom."""

from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class Execution:
    key: str
    listeners: list = field(default_factory=list)

    def listen(self, who):
        if who:
            self.listeners.append(who)


class Tracker:
    def __init__(self, ws):
        self.ws = ws
        self.active = {}

    @asynccontextmanager
    async def track(self, key, owner=None):
        execution = Execution(key)
        execution.listen(owner)
        self.active[key] = execution
        await self._tell(execution, "begin")
        try:
            yield execution
        finally:
            self.active.pop(key, None)
            await self._tell(execution, "end")

    async def _tell(self, execution, what):
        for listener in execution.listeners:
            await self.ws.send_to_user(listener, {"what": what})


async def main(manager, run_id, user_id):
    tracker = Tracker(manager)
    async with tracker.track(run_id, owner=user_id) as execution:
        await manager.send_to_user(user_id, {"steps": len(execution.listeners)})
        await manager.send_to_user(execution.key, {"inside": True})
    async with tracker.track("other", owner=run_id):
        pass
