from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from typing import Any

from state import ExecutionContext

logger = logging.getLogger(__name__)


class BaseSubAgent(ABC):
    name = "base"

    def __init__(self) -> None:
        self.websocket_manager = None
        self.user_id: str | None = None
        self.run_id: str | None = None
        self.started = 0.0

    def set_websocket_manager(self, manager: Any) -> None:
        self.websocket_manager = manager

    @abstractmethod
    async def execute_core_logic(self, context: ExecutionContext) -> dict[str, Any]: ...

    async def execute(self, context: ExecutionContext) -> dict[str, Any]:
        self.started = time.monotonic()
        self.run_id = context.run_id
        self.user_id = context.user_id
        await self.send_update(context, "started")
        try:
            result = await self.execute_core_logic(context)
        except ValueError as error:
            await self.send_error(context.run_id, str(error))
            raise
        context.state.add(self.name, result)
        await self.send_update(context, "completed", result)
        return result

    async def send_update(self, context: ExecutionContext, status: str, data: Any = None) -> None:
        if self.websocket_manager is None:
            return
        message = {"status": status, "run_id": context.run_id, "data": data}
        if context.thread_id:
            await self.websocket_manager.send_to_thread(context.thread_id, message)
        elif context.user_id:
            await self.websocket_manager.send_to_user(context.user_id, message)
        else:
            logger.debug("no recipient for %s", context.run_id)

    async def send_error(self, recipient: str, reason: str) -> None:
        if self.websocket_manager:
            await self.websocket_manager.send_to_user(recipient, {"error": reason})

    async def notify_owner(self, payload: dict[str, Any]) -> None:
        target = self.user_id or self.run_id
        if self.websocket_manager:
            await self.websocket_manager.send_to_user(target, payload)
