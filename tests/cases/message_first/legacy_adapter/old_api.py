from __future__ import annotations

from typing import Any


class OldNotifier:
    """The interface of before: the message first, then whom it is for."""

    def __init__(self, backend: Any) -> None:
        self.backend = backend

    async def send(self, message: dict[str, Any], to: str, thread: bool = False) -> Any:
        if thread:
            return await self.backend.send_to_thread(to, message)
        return await self.backend.send_to_user(to, message)

    async def broadcast(self, message: dict[str, Any], recipients: list[str]) -> None:
        for recipient in recipients:
            await self.send(message, recipient)
