from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .bus import Bus
    from .models import Notification


class WebSocketGateway:
    def __init__(self, manager: Any) -> None:
        self.manager = manager

    def subscribe_to(self, bus: Bus) -> None:
        bus.subscribe("user", self.on_user)
        bus.subscribe("thread", self.on_thread)

    async def on_user(self, notification: Notification) -> None:
        if notification.recipient is None:
            return
        await self.manager.send_to_user(
            notification.recipient, {"run_id": notification.run_id, **notification.data}
        )

    async def on_thread(self, notification: Notification) -> None:
        if notification.recipient is None:
            return
        await self.manager.send_to_thread(notification.recipient, notification.data)
