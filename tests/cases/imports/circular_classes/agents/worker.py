from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bridge import AgentBridge


class Worker:
    name = "worker"

    def __init__(self, bridge: AgentBridge, owner):
        self.bridge = bridge
        self.owner = owner

    async def start(self, job):
        await self.bridge.notify(self, self.owner, {"job": job})

    async def finish(self, job):
        await self.bridge.notify(self, job, {"owner": self.owner})
