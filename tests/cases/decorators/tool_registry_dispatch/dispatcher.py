from __future__ import annotations

import asyncio
from typing import Any

from models import ToolCall, ToolContext, ToolResult, ToolStatus
from notifications import ToolNotifier
from tools import Tool


class ToolDispatcher:
    def __init__(self, tools: dict[str, Tool], manager: Any, timeout: float = 1.0) -> None:
        self.tools = tools
        self.manager = manager
        self.notifier = ToolNotifier(manager)
        self.timeout = timeout
        self.active: dict[str, str] = {}

    async def dispatch(self, call: ToolCall, context: ToolContext) -> ToolResult:
        function = self.tools.get(call.name)
        if function is None:
            await self.notifier.failed(call.name, context, "unknown tool")
            return ToolResult(ToolStatus.FAILED, error="unknown tool")
        self.active[call.call_id] = context.run_id
        await self.notifier.started(call.name, **context.as_kwargs())
        result = await self._run(function, call, context)
        if result.ok:
            self.notifier.remember(result, call.name)
        await self.notifier.finished(call.name, result, self._owner(context, call))
        return result

    async def _run(self, function: Tool, call: ToolCall, context: ToolContext) -> ToolResult:
        try:
            return await asyncio.wait_for(
                function(context, self.notifier.emit, **call.arguments), self.timeout
            )
        except asyncio.TimeoutError:
            return ToolResult(ToolStatus.FAILED, error="timeout")

    def _owner(self, context: ToolContext, call: ToolCall) -> str:
        if context.user_id is not None:
            return context.user_id
        return self.active[call.call_id]

    async def dispatch_many(self, calls: list[ToolCall], context: ToolContext) -> list[ToolResult]:
        results = await asyncio.gather(*(self.dispatch(call, context) for call in calls))
        summary = {"results": [result.ok for result in results]}
        if context.stream and context.thread_id is not None:
            await self.manager.send_to_thread(context.thread_id, summary)
        elif context.user_id:
            await self.manager.send_to_user(context.user_id, summary)
        return list(results)

    def close(self, context: ToolContext) -> None:
        for call_id, run_id in list(self.active.items()):
            if run_id == context.run_id:
                del self.active[call_id]

    async def flush(self) -> None:
        await self.notifier.flush()
