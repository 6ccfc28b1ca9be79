from __future__ import annotations

from typing import Any

from registry import AgentRegistry
from state import AgentState, ExecutionContext


class SupervisorAgent:
    def __init__(self, registry: AgentRegistry, websocket_manager: Any) -> None:
        self.registry = registry
        self.websocket_manager = websocket_manager
        self.history: list[tuple[str, str | None]] = []

    async def run(self, context: ExecutionContext) -> AgentState:
        self.history.append((context.run_id, context.user_id))
        for agent in self.registry:
            await self._run_one(agent, context)
        await self._finish(context)
        return context.state

    async def _run_one(self, agent, context: ExecutionContext, attempts: int = 2) -> None:
        current = context
        for attempt in range(attempts):
            try:
                await agent.execute(current)
                return
            except ValueError as error:
                current = current.for_retry()
                current.metadata["allow_empty"] = True
                await self._announce_retry(current, attempt, str(error))

    async def _announce_retry(self, context: ExecutionContext, attempt: int, reason: str) -> None:
        owner = context.user_id
        if owner:
            await self.websocket_manager.send_to_user(
                owner, {"retry": attempt, "reason": reason, "key": context.correlation}
            )

    async def _finish(self, context: ExecutionContext) -> None:
        run, owner = self.history[-1]
        if owner is not None:
            await self.websocket_manager.send_to_user(owner, {"finished": run})
        for run, owner in self.history:
            await self.websocket_manager.send_to_user(run, {"archived": owner})

    async def run_legacy(
        self, name: str, run_id: str, user_id: str | None = None, thread_id: str | None = None
    ) -> None:
        agent = self.registry.get(name)
        if agent is None:
            return
        context = ExecutionContext(run_id, AgentState("legacy spend"), thread_id, user_id)
        await agent.send_update(context, "legacy")
        fixed = context.child(user_id=context.thread_id, thread_id=context.user_id)
        await agent.send_update(fixed, "legacy again")
