from __future__ import annotations

from typing import Any

from context import current_run, current_user, thread_or_none, user_or_fallback
from envelope import Envelope


class TerminalHandler:
    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def __call__(self, envelope: Envelope) -> None:
        if envelope.to:
            if envelope.to.startswith("thread_"):
                await self.manager.send_to_thread(envelope.to, envelope.body)
            else:
                await self.manager.send_to_user(envelope.to, envelope.body)
        user = envelope.header("user")
        if user:
            await self.manager.send_to_user(user, {"copy": envelope.body})
        if not envelope.to:
            await self.manager.send_message(envelope.headers["trace"], envelope.body)


async def echo(manager: Any) -> None:
    user = current_user.get()
    if user is not None:
        await manager.send_to_user(user, {"echo": current_run.get()})
    await manager.send_to_user(user_or_fallback(), {"echo": True})


async def chat(manager: Any, text: str) -> None:
    if thread := thread_or_none():
        await manager.send_to_thread(thread, {"text": text, "run": current_run.get()})
    else:
        await manager.send_to_thread(current_user.get() or "", {"text": text})
