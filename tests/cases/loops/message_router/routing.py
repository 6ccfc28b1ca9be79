from __future__ import annotations

import logging
from typing import Any, Protocol

logger = logging.getLogger(__name__)


class MessageHandler(Protocol):
    def can_handle(self, kind: str) -> bool: ...

    async def handle(self, user_id: str, message: dict[str, Any]) -> bool: ...


class ChatHandler:
    kinds = {"chat", "user_message"}

    def __init__(self, ws) -> None:
        self.ws = ws

    def can_handle(self, kind: str) -> bool:
        return kind in self.kinds

    async def handle(self, user_id: str, message: dict[str, Any]) -> bool:
        return await self.ws.send_to_user(user_id, {"ack": message["kind"]})


class StopHandler:
    def __init__(self, ws, runs: dict[str, str]) -> None:
        self.ws = ws
        self.runs = runs

    def can_handle(self, kind: str) -> bool:
        return kind == "stop"

    async def handle(self, user_id: str, message: dict[str, Any]) -> bool:
        run_id = message.get("run_id")
        if run_id not in self.runs:
            return await self.ws.send_to_user(user_id, {"error": "unknown run"})
        await self.ws.send_to_user(run_id, {"stopped": True})
        return await self.ws.send_to_thread(self.runs[run_id], {"stopped": run_id})


class EchoHandler:
    def __init__(self, ws) -> None:
        self.ws = ws

    def can_handle(self, kind: str) -> bool:
        return True

    async def handle(self, user_id: str, message: dict[str, Any]) -> bool:
        to = message.get("reply_to") or user_id
        return await self.ws.send_to_user(to, message)


class MessageRouter:
    def __init__(self) -> None:
        self.handlers: list[MessageHandler] = []
        self.unhandled = 0

    def add_handler(self, handler: MessageHandler) -> None:
        self.handlers.append(handler)

    async def route(self, user_id: str, raw: dict[str, Any]) -> bool:
        kind = raw.get("kind", "")
        for handler in self.handlers:
            if handler.can_handle(kind):
                logger.debug("%s handled by %s", kind, type(handler).__name__)
                return await handler.handle(user_id, raw)
        self.unhandled += 1
        return False
