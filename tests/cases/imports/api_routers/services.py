from __future__ import annotations

from typing import Any, ClassVar


class ManagerProvider:
    _manager: ClassVar[Any] = None

    @classmethod
    def install(cls, manager: Any) -> None:
        cls._manager = manager

    @classmethod
    def get(cls) -> Any:
        return cls._manager


class NotificationService:
    def __init__(self, manager: Any) -> None:
        self._manager = manager

    async def notify_user(self, user_id: str, kind: str, **data: Any) -> None:
        await self._manager.send_to_user(user_id, {"kind": kind, **data})

    async def notify_thread(self, thread_id: str, kind: str, **data: Any) -> None:
        await self._manager.send_to_thread(thread_id, {"kind": kind, **data})

    async def broadcast(self, recipients: list[str | None], kind: str) -> int:
        count = 0
        for recipient in filter(None, recipients):
            await self.notify_user(recipient, kind)
            count += 1
        return count
