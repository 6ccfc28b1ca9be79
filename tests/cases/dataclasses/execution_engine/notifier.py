from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Any


class WebSocketNotifier:
    """Sends the lifecycle events of agents."""

    def __init__(self, manager) -> None:
        self._manager = manager
        self._sent: dict[str, int] = defaultdict(int)
        self._lock = asyncio.Lock()

    async def agent_started(self, ctx) -> None:
        await self._emit(ctx.thread_id, "agent_started", agent=ctx.agent_name, run_id=ctx.run_id)

    async def agent_thinking(self, ctx, thought: str, step: int | None = None) -> None:
        await self._emit(ctx.thread_id, "agent_thinking", thought=thought, step=step)

    async def tool_executing(self, ctx, tool: str) -> None:
        await self._emit(ctx.run_id, "tool_executing", tool=tool)

    async def agent_completed(self, ctx, result: Any, seconds: float) -> None:
        await self._emit(ctx.thread_id, "agent_completed", result=result, seconds=seconds)

    async def agent_failed(self, ctx, error: Exception) -> None:
        await self._manager.send_to_user(
            ctx.user_id, {"type": "agent_failed", "error": str(error), "run": ctx.run_id}
        )

    async def _emit(self, thread_id: str | None, kind: str, **payload: Any) -> bool:
        if not thread_id:
            return False
        async with self._lock:
            self._sent[kind] += 1
        return await self._manager.send_to_thread(thread_id, {"type": kind, "payload": payload})

    @property
    def totals(self) -> dict[str, int]:
        return dict(self._sent)
