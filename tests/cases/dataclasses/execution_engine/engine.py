from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any, Callable

from notifier import WebSocketNotifier


@dataclass(frozen=True)
class AgentExecutionContext:
    run_id: str
    thread_id: str | None
    user_id: str | None
    agent_name: str
    attempt: int = 0


@dataclass
class AgentResult:
    success: bool
    state: Any = None
    error: str | None = None
    duration: float = 0.0
    context: AgentExecutionContext | None = None


class ExecutionEngine:
    MAX_ATTEMPTS = 2

    def __init__(self, registry: dict[str, Callable], notifier: WebSocketNotifier, ws) -> None:
        self.registry = registry
        self.notifier = notifier
        self.ws = ws
        self.active: dict[str, AgentExecutionContext] = {}
        self.history: list[AgentResult] = []

    async def execute_agent(self, context: AgentExecutionContext, state: dict) -> AgentResult:
        self.active[context.run_id] = context
        try:
            return await self._run_with_retries(context, state)
        finally:
            self.active.pop(context.run_id, None)

    async def _run_with_retries(self, context, state):
        last: Exception | None = None
        for attempt in range(self.MAX_ATTEMPTS):
            current = replace(context, attempt=attempt)
            try:
                result = await self._run_once(current, state)
            except RuntimeError as error:
                last = error
                await self.notifier.agent_failed(current, error)
                continue
            self.history.append(result)
            return result
        failed = AgentResult(False, error=str(last), context=context)
        self.history.append(failed)
        return failed

    async def _run_once(self, context, state):
        started = time.monotonic()
        await self.notifier.agent_started(context)
        await self.notifier.agent_thinking(context, f"Working on {context.run_id}", step=1)
        await self.notifier.tool_executing(context, "search")
        handler = self.registry[context.agent_name]
        outcome = await handler(context, state)
        duration = time.monotonic() - started
        await self.notifier.agent_completed(context, outcome, duration)
        return AgentResult(True, outcome, None, duration, context)

    async def notify_history(self) -> None:
        for item in self.history:
            if item.context is None:
                continue
            await self.ws.send_to_user(item.context.user_id, {"ok": item.success})
            if not item.success:
                await self.ws.send_to_user(item.context.run_id, {"error": item.error})

    async def abort_all(self) -> None:
        for run_id, context in list(self.active.items()):
            await self.ws.send_to_thread(run_id, {"type": "aborted", "by": context.user_id})
