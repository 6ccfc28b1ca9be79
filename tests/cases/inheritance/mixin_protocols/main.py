"""Agents put together from mixins that speak to a protocol"""

from __future__ import annotations

from dataclasses import dataclass

from mixins import ReliabilityMixin, TimingMixin


@dataclass
class Ctx:
    run_id: str
    thread_id: str | None
    user_id: str | None


class AnalysisAgent(ReliabilityMixin, TimingMixin):
    def __init__(self) -> None:
        self.timings = {}

    async def run(self, ctx: Ctx) -> None:
        await self.emit_progress(ctx, 0)
        for step in (self._load, self._analyze, self._store):
            await self.guarded(ctx, step)
            self.record(ctx.run_id, 0.1)
        await self.emit_progress(ctx, 100)
        await self._ws.send_to_user(ctx.user_id, {"timings": self.timings})

    async def _load(self, ctx: Ctx) -> str:
        return ctx.run_id

    async def _analyze(self, ctx: Ctx) -> None:
        raise ValueError("no data")

    async def _store(self, ctx: Ctx) -> None:
        key = await self._load(ctx)
        await self._ws.send_to_thread(key, {"type": "stored"})


async def main(manager, run_id, thread_id, user_id):
    agent = AnalysisAgent()
    agent.attach(manager)
    await agent.run(Ctx(run_id, thread_id, user_id))
    for key in agent.timings:
        await manager.send_to_user(key, {"type": "timing"})
