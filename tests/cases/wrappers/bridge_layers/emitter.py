from __future__ import annotations

from typing import TYPE_CHECKING, Any, Awaitable, Callable

if TYPE_CHECKING:
    from bridge import AgentBridge

Deliver = Callable[..., Awaitable[bool]]


class AgentEmitter:
    """Speaks for one execution to one recipient."""

    def __init__(self, deliver: Deliver, recipient: str, run_id: str) -> None:
        self._deliver = deliver
        self._recipient = recipient
        self._run_id = run_id
        self.sent: list[str] = []

    async def _emit(self, event: str, **data: Any) -> None:
        ok = await self._deliver(self._recipient, self._run_id, event, **data)
        if ok:
            self.sent.append(event)

    async def agent_started(self, name: str, run_id: str) -> None:
        await self._emit("agent_started", name=name, execution=run_id)

    async def agent_thinking(self, thought: str) -> None:
        await self._emit("agent_thinking", thought=thought)

    async def agent_completed(self, result: dict[str, Any]) -> None:
        await self._emit("agent_completed", **result and {"result": result})


class EmitterFactory:
    def __init__(self, bridge: AgentBridge) -> None:
        self.bridge = bridge
        self.active: dict[str, AgentEmitter] = {}

    def _make(self, deliver: Deliver, recipient: str, run_id: str) -> AgentEmitter:
        emitter = AgentEmitter(deliver, recipient, run_id)
        self.active[run_id] = emitter
        return emitter

    def for_user(self, user_id: str, run_id: str) -> AgentEmitter:
        return self._make(self.bridge.to_user, user_id, run_id)

    def for_thread(self, thread_id: str, run_id: str) -> AgentEmitter:
        return self._make(self.bridge.to_thread, thread_id, run_id)

    def for_execution(self, run_id: str) -> AgentEmitter:
        return self._make(self.bridge.to_user, run_id, run_id)
