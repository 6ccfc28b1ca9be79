from __future__ import annotations

from typing import Any


class AgentBridge:
    def __init__(self, manager: Any) -> None:
        self._manager = manager
        self._sequence = 0

    def _payload(self, event: str, run_id: str, data: dict[str, Any]) -> dict[str, Any]:
        self._sequence += 1
        return {"type": event, "seq": self._sequence, "run_id": run_id, "data": data}

    async def to_user(self, recipient: str, run_id: str, event: str, **data: Any) -> bool:
        if not recipient:
            return False
        return await self._manager.send_to_user(recipient, self._payload(event, run_id, data))

    async def to_thread(self, recipient: str, run_id: str, event: str, **data: Any) -> bool:
        if not recipient:
            return False
        return await self._manager.send_to_thread(recipient, self._payload(event, run_id, data))

    async def notify_error(self, run_id: str, thread_id: str, error: Exception) -> bool:
        return await self.to_thread(thread_id, run_id, "error", message=str(error))
