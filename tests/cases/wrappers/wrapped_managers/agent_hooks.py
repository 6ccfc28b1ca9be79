"""Hooks that take the manager from the provider."""

from __future__ import annotations

from provider import get_provider
from run_context import RunContext


class AgentHooks:
    async def on_start(self, context: RunContext) -> None:
        manager = get_provider().manager
        if context.thread_id:
            await manager.send_to_thread(context.thread_id, context.payload(type="started"))

    async def on_error(self, context: RunContext, error: Exception) -> None:
        manager = get_provider().manager
        message = context.payload(type="error", text=str(error))
        await manager.send_to_user(context.reply_to, message)
        if message["thread_id"]:
            await manager.send_to_thread(message["thread_id"], {"type": "error"})
        await manager.send_to_thread(message["run_id"], {"type": "error_logged"})

    async def on_end(self, context: RunContext) -> None:
        ids = context.payload()
        user_id = ids.pop("user_id")
        if user_id:
            await get_provider().manager.send_message(user_id, {"type": "ended", **ids})
