"""An agent that grew over years: old attributes, fallbacks and setters"""

from __future__ import annotations

import logging
from typing import Any, Optional

logger = logging.getLogger(__name__)


class LegacyAgent:
    def __init__(self, name: str = "legacy") -> None:
        self.name = name
        self.websocket_manager: Any = None
        self._user_id: Optional[str] = None
        self._run_id: Optional[str] = None
        self._thread_id: Optional[str] = None
        self._deprecated_calls = 0

    def set_websocket_manager(self, manager: Any) -> None:
        self.websocket_manager = manager

    def set_user_id(self, user_id: Optional[str]) -> None:
        self._user_id = user_id

    def set_run(self, run_id: str, thread_id: Optional[str] = None) -> None:
        self._run_id = run_id
        if thread_id is not None:
            self._thread_id = thread_id

    @property
    def user_id(self) -> Optional[str]:
        return self._user_id

    @property
    def target(self) -> Optional[str]:
        """The old way: whoever is known."""
        self._deprecated_calls += 1
        return self._user_id or self._run_id

    async def execute(self, state: dict, run_id: str, stream_updates: bool = True) -> None:
        self.set_run(run_id, getattr(self, "_thread_id", None))
        if stream_updates:
            await self._send_update(run_id, {"status": "processing"})
        state["result"] = {"run_id": run_id, "user_id": self.user_id}
        if stream_updates:
            await self._send_final(state)

    async def _send_update(self, run_id: str, update: dict) -> None:
        if not self.websocket_manager:
            return
        try:
            ws_user_id = self._get_websocket_user_id(run_id)
            await self.websocket_manager.send_message(
                ws_user_id, {"type": "sub_agent_update", "payload": update}
            )
        except (ConnectionError, RuntimeError) as error:
            logger.debug("not sent: %s", error)

    def _get_websocket_user_id(self, run_id: str) -> str:
        if getattr(self, "_user_id", None):
            return self._user_id
        logger.warning("no user for %s", run_id)
        return run_id

    async def _send_final(self, state: dict) -> None:
        result = state["result"]
        if self.user_id:
            await self.websocket_manager.send_to_user(self.user_id, result)
        if self._thread_id is not None:
            await self.websocket_manager.send_to_thread(self._thread_id, result)
        await self.websocket_manager.send_to_user(self.target, result)


async def main(manager, run_id, user_id, thread_id):
    agent = LegacyAgent("cost-optimizer")
    agent.set_websocket_manager(manager)
    agent.set_user_id(user_id)
    agent.set_run(run_id, thread_id)
    state: dict = {}
    await agent.execute(state, run_id)
    final = state["result"]
    await manager.send_to_user(final["user_id"], {"n": 1})
    await manager.send_to_user(final["run_id"], {"n": 2})
