from __future__ import annotations

from typing import Any

from base import BaseSubAgent
from state import ExecutionContext


class TriageSubAgent(BaseSubAgent):
    name = "triage"

    async def execute_core_logic(self, context: ExecutionContext) -> dict[str, Any]:
        category = "cost" if "spend" in context.state.request else "other"
        await self.notify_owner({"category": category})
        return {"category": category}


class DataSubAgent(BaseSubAgent):
    name = "data"

    def __init__(self, chunk_size: int = 10) -> None:
        super().__init__()
        self.chunk_size = chunk_size

    async def execute_core_logic(self, context: ExecutionContext) -> dict[str, Any]:
        rows = [1, 2, 3, 4, 5]
        for start in range(0, len(rows), self.chunk_size):
            await self._progress(context, start, len(rows))
        if not context.metadata.get("allow_empty") and sum(rows) > 10:
            raise ValueError("too much data")
        return {"rows": len(rows)}

    async def _progress(self, context: ExecutionContext, done: int, total: int) -> None:
        recipient = context.recipient
        if recipient:
            if recipient.startswith("thread_"):
                await self.websocket_manager.send_to_thread(recipient, {"done": done})
            else:
                await self.websocket_manager.send_to_user(recipient, {"done": done})


class ReportingSubAgent(BaseSubAgent):
    name = "reporting"

    def __init__(self, template: str) -> None:
        super().__init__()
        self.template = template

    async def execute_core_logic(self, context: ExecutionContext) -> dict[str, Any]:
        summary = {"template": self.template, "steps": list(context.state.steps)}
        if context.recipient:
            await self.websocket_manager.send_to_user(context.recipient, summary)
        return summary
