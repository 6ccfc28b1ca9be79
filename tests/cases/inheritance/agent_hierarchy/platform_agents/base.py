from __future__ import annotations

from abc import ABC, abstractmethod


class BaseAgent(ABC):
    name = "base"

    def __init__(self, websocket_manager):
        self.websocket_manager = websocket_manager
        self.state = {}

    def bind(self, ids):
        self.state = dict(ids)
        return self

    async def execute(self):
        await self.on_start()
        result = await self.core()
        await self.on_finish(result)

    @abstractmethod
    async def core(self): ...

    async def on_start(self):
        await self._send(self._audience(), {"type": "started", "agent": self.name})

    async def on_finish(self, result):
        await self._send(self._audience(), {"type": "finished", "result": result})

    def _audience(self):
        return self.state.get("user") or "operator"

    async def _send(self, audience, message):
        if not audience:
            return
        await self.websocket_manager.send_message(audience, message)
