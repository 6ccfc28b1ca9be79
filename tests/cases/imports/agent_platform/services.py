from __future__ import annotations

from typing import Any

from core.context import RunContext


class EventService:
    def __init__(self, websocket: Any) -> None:
        self._websocket = websocket

    async def publish(self, context: RunContext, kind: str, **payload: Any) -> None:
        message = {"kind": kind, "run_id": context.run_id, **payload}
        if context.thread_id:
            await self._websocket.send_to_thread(context.thread_id, message)
            return
        if context.user_id:
            await self._websocket.send_to_user(context.user_id, message)

    async def publish_to(self, recipient: str, kind: str, **payload: Any) -> None:
        await self._websocket.send_to_user(recipient, {"kind": kind, **payload})


class AuditService:
    def __init__(self, websocket: Any, auditors: tuple[str, ...] = ("auditor",)) -> None:
        self._websocket = websocket
        self._auditors = auditors
        self.records: list[dict[str, Any]] = []

    async def record(self, context: RunContext, action: str) -> None:
        entry = {"run": context.run_id, "actor": context.user_id, "action": action}
        self.records.append(entry)
        for auditor in self._auditors:
            await self._websocket.send_to_user(auditor, entry)

    async def confirm(self) -> None:
        for entry in self.records:
            await self._websocket.send_to_user(entry["actor"], {"recorded": entry["run"]})

    async def confirm_runs(self) -> None:
        for entry in self.records:
            await self._websocket.send_to_user(entry["run"], {"recorded": True})
