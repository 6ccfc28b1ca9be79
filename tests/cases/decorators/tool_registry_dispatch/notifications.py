from __future__ import annotations

from typing import Any

from models import ToolContext, ToolResult, ToolStatus


class ToolNotifier:
    def __init__(self, manager: Any) -> None:
        self._manager = manager
        self._pending: list[dict[str, Any]] = []

    async def started(self, name: str, *, run_id: str, user_id: str | None, thread_id: str | None):
        message = {"tool": name, "run": run_id, "status": ToolStatus.STARTED.value}
        if thread_id:
            return await self._manager.send_to_thread(thread_id, message)
        if user_id:
            return await self._manager.send_to_user(user_id, message)
        return False

    async def finished(self, name: str, result: ToolResult, user_id: str) -> None:
        await self._manager.send_to_user(user_id, {"tool": name, "ok": result.ok})

    async def failed(self, name: str, context: ToolContext, reason: str) -> None:
        for recipient in (context.user_id, context.run_id):
            if recipient is None:
                continue
            if recipient == context.run_id:
                continue
            await self._manager.send_to_user(recipient, {"tool": name, "failed": reason})

    async def emit(self, payload: dict[str, Any], thread: str | None = None) -> None:
        if thread:
            await self._manager.send_to_thread(thread, payload)

    def remember(self, result: ToolResult, name: str) -> None:
        for recipient in result.recipients:
            self._pending.append({"to": recipient, "tool": name})

    async def flush(self) -> int:
        sent = 0
        while self._pending:
            item = self._pending.pop(0)
            if not item["to"]:
                continue
            await self._manager.send_to_user(item["to"], {"tool": item["tool"]})
            sent += 1
        return sent
