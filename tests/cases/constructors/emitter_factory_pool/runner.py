from __future__ import annotations

from typing import Any

from bridge import AgentBridge


class AgentRunner:
    name = "single"

    def __init__(self, bridge: AgentBridge) -> None:
        self.bridge = bridge

    async def run(self, run_id: str, **ids: Any) -> None:
        emitter = self.bridge.emitter_for(run_id, **ids)
        await self.bridge.agent_started(emitter, self.name)
        await emitter.emit("thinking", step=1)
        await emitter.emit_critical("agent_completed", steps=emitter.sent)


class BatchRunner(AgentRunner):
    name = "batch"

    def __init__(self, bridge: AgentBridge, parent: str) -> None:
        super().__init__(bridge)
        self.parent = parent

    async def run_all(self, runs: list[str], user_id: str | None, thread_id: str | None) -> None:
        for run in runs:
            await self.run(run, user_id=user_id, thread_id=thread_id)
            background = self.bridge.background_emitter(run)
            await background.emit("indexed", parent=self.parent)
        overview = self.bridge.emitter_for(self.parent, thread_id, user_id)
        await overview.emit("batch_done", count=len(runs))
