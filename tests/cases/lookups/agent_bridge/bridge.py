from __future__ import annotations

import logging
from typing import Any, Optional

log = logging.getLogger("bridge")


class RunThreadRegistry:
    def __init__(self) -> None:
        self._threads: dict[str, str] = {}

    async def register(self, run_id: str, thread_id: str) -> None:
        self._threads[run_id] = thread_id

    async def get_thread(self, run_id: str) -> Optional[str]:
        return self._threads.get(run_id)

    async def unregister(self, run_id: str) -> Optional[str]:
        return self._threads.pop(run_id, None)

    def runs(self) -> list[str]:
        return list(self._threads)


class AgentWebSocketBridge:
    def __init__(self, ws_manager, registry: RunThreadRegistry) -> None:
        self._ws = ws_manager
        self._registry = registry

    async def notify_agent_started(self, run_id: str, agent: str, context: dict | None = None) -> bool:
        return await self._send(run_id, {"type": "agent_started", "agent": agent, **(context or {})})

    async def notify_agent_thinking(self, run_id: str, agent: str, reasoning: str) -> bool:
        return await self._send(run_id, {"type": "agent_thinking", "agent": agent, "text": reasoning})

    async def notify_agent_error(self, run_id: str, agent: str, error: str) -> bool:
        message = {"type": "agent_error", "agent": agent, "error": error}
        thread_id = await self._resolve_or_run(run_id)
        return await self._ws.send_to_thread(thread_id, message)

    async def _send(self, run_id: str, message: dict[str, Any]) -> bool:
        thread_id = await self._registry.get_thread(run_id)
        if thread_id is None:
            log.warning("no thread for %s", run_id)
            return False
        message = {**message, "run_id": run_id}
        return await self._ws.send_to_thread(thread_id, message)

    async def _resolve_or_run(self, run_id: str) -> str:
        thread_id = await self._registry.get_thread(run_id)
        if thread_id:
            return thread_id
        log.debug("falling back to the run id")
        return run_id

    async def close(self) -> None:
        for run_id in self._registry.runs():
            thread_id = await self._registry.unregister(run_id)
            await self._ws.send_to_thread(thread_id, {"type": "closed", "run_id": run_id})
