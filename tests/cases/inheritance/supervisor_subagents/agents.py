from __future__ import annotations

import logging
from abc import ABC, abstractmethod

from context import ExecutionContext

logger = logging.getLogger(__name__)


class BaseSubAgent(ABC):
    name = "base"

    def __init__(self, websocket_manager=None) -> None:
        self.websocket_manager = websocket_manager
        self._calls = 0

    async def execute(self, context: ExecutionContext) -> dict:
        self._calls += 1
        await self._announce(context, "started")
        result = await self.execute_core_logic(context)
        await self._announce(context, "completed")
        return result

    async def _announce(self, context: ExecutionContext, status: str) -> None:
        if self.websocket_manager is None:
            return
        payload = {"agent": self.name, "status": status, "run_id": context.run_id}
        if context.thread_id:
            await self.websocket_manager.send_to_thread(context.thread_id, payload)
        elif context.user_id:
            await self.websocket_manager.send_to_user(context.user_id, payload)
        else:
            logger.debug("no recipient for %s", context.run_id)

    @abstractmethod
    async def execute_core_logic(self, context: ExecutionContext) -> dict: ...


class TriageAgent(BaseSubAgent):
    name = "triage"

    async def execute_core_logic(self, context: ExecutionContext) -> dict:
        category = "optimization" if context.retry_count == 0 else "general"
        if self.websocket_manager:
            await self.websocket_manager.send_message(
                context.run_id, {"type": "triage_result", "category": category}
            )
        return {"category": category}


class DataAgent(BaseSubAgent):
    name = "data"

    async def execute_core_logic(self, context: ExecutionContext) -> dict:
        rows = []
        for index in range(3):
            rows.append({"row": index})
            await self._progress(context, (index + 1) / 3)
        return {"rows": rows}

    async def _progress(self, context: ExecutionContext, fraction: float) -> None:
        target = context.user_id or context.run_id
        await self.websocket_manager.send_to_user(
            target, {"type": "data_progress", "fraction": fraction}
        )


class ReportAgent(BaseSubAgent):
    name = "report"

    async def execute_core_logic(self, context: ExecutionContext) -> dict:
        user_id = context.user_id
        if not user_id:
            return {"report": None, "reason": f"anonymous run {context.run_id}"}
        await self.websocket_manager.send_to_user(
            user_id, {"type": "report_ready", "link": f"/runs/{context.run_id}/report"}
        )
        return {"report": "ok"}
