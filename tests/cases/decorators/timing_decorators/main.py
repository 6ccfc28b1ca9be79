"""Methods under decorators that time, log and report"""

from __future__ import annotations

from instrument import logged, notify_on_error, timed


class CostService:
    def __init__(self, ws, owners: dict[str, str]) -> None:
        self.ws = ws
        self.owners = owners

    @logged
    def owner_of(self, run_id: str) -> str:
        return self.owners[run_id]

    @logged
    def label_of(self, run_id: str) -> str:
        return run_id

    @timed("analyze")
    async def analyze(self, run_id: str) -> dict:
        owner = self.owner_of(run_id)
        await self.ws.send_to_user(owner, {"type": "analysis", "run_id": run_id})
        return {"owner": owner, "label": self.label_of(run_id)}

    @timed("publish")
    @notify_on_error
    async def publish(self, run_id: str, *, urgent: bool = False) -> str:
        owner = self.owner_of(run_id)
        await self.ws.send_to_user(owner, {"urgent": urgent})
        return owner

    @timed("trace")
    async def trace(self, run_id: str) -> None:
        await self.ws.send_to_user(self.label_of(run_id), {"type": "trace"})


async def main(manager, run_id, user_id, other_run_id):
    service = CostService(manager, {run_id: user_id})
    outcome = await service.analyze(run_id)
    await manager.send_to_user(outcome["owner"], {"n": 1})
    await manager.send_to_user(outcome["label"], {"n": 2})
    owner = await service.publish(run_id, urgent=True)
    await manager.send_to_user(owner, {"n": 3})
    await service.publish(other_run_id)
    await service.trace(run_id)
