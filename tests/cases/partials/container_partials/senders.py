from __future__ import annotations

from typing import Any

from container import Container


class UserSender:
    def __init__(self, manager: Any) -> None:
        self._manager = manager

    async def send(self, recipient: str | None, message: dict[str, Any]) -> bool:
        if not recipient:
            return False
        return await self._manager.send_to_user(recipient, message)


class ThreadSender:
    def __init__(self, manager: Any) -> None:
        self._manager = manager

    async def send(self, recipient: str | None, message: dict[str, Any]) -> bool:
        if not recipient:
            return False
        return await self._manager.send_to_thread(recipient, message)


async def send_for(container: Container, kind: str, recipient: str | None, message: Any) -> bool:
    sender = container.resolve(f"{kind}_sender")
    return await sender.send(recipient, message)
