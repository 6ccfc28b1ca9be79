"""An agent with wrapped managers."""

from __future__ import annotations

from managers import BufferingManager, RateLimitedManager
from run_context import RunContext


class AuditAgent:
    def __init__(self, manager: RateLimitedManager, buffering: BufferingManager) -> None:
        self._manager = manager
        self._buffering = buffering

    async def run(self, context: RunContext) -> None:
        if context.thread_id:
            await self._manager.send_to_thread(context.thread_id, context.payload(type="audit"))
        if context.user_id:
            await self._manager.send_to_user(context.user_id, context.payload(type="audit"))
            self._buffering.add(context.user_id, context.payload(type="later"))
        await self._buffering.flush()

    async def archive(self, context: RunContext) -> None:
        self._buffering.add(context.run_id, {"type": "archived"})
        await self._buffering.flush()
        recipient, run_id = context.user_id, context.run_id
        if recipient:
            await self._manager.send_to_user(recipient, {"type": "archive", "run_id": run_id})
