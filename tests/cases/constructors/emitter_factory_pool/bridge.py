from __future__ import annotations

from emitters import EmitterFactory, EmitterPool, UserEmitter
from settings import BridgeSettings


class AgentBridge:
    def __init__(
        self, factory: EmitterFactory, pool: EmitterPool, settings: BridgeSettings
    ) -> None:
        self.factory = factory
        self.pool = pool
        self.settings = settings

    def emitter_for(
        self, run_id: str, user_id: str | None = None, thread_id: str | None = None
    ) -> UserEmitter:
        if self.settings.pooled:
            return self.pool.acquire(user_id, run_id, thread_id)
        return self.factory.create(user_id, thread_id, run_id)

    def background_emitter(self, run_id: str) -> UserEmitter:
        return self.factory.create_background(run_id)

    async def agent_started(self, emitter: UserEmitter, name: str) -> None:
        await emitter.emit(f"{self.settings.prefix}_started", name=name)

    async def shutdown(self) -> None:
        manager = self.factory.manager
        for owner in self.pool.owners():
            await manager.send_to_user(owner, {"type": "shutdown"})
        for run in self.pool.runs():
            await manager.send_message(run, {"type": "shutdown"})
        self.pool.clear()
