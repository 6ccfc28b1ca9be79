from __future__ import annotations

from typing import Any, Awaitable, Callable

from handlers import BaseCallbackHandler

Flush = Callable[[str, dict[str, Any]], Awaitable[Any]]


class TracingHandler(BaseCallbackHandler):
    def __init__(self, manager: Any, on_flush: Flush) -> None:
        self.manager = manager
        self.on_flush = on_flush
        self.spans: dict[str, list[str]] = {}
        self.owners: dict[str, str | None] = {}

    async def on_chain_start(self, name: str, *, run_id: str, **kwargs: Any) -> None:
        self.spans.setdefault(run_id, []).append(name)
        self.owners[run_id] = kwargs["metadata"].get("user_id")

    async def on_tool_start(self, name: str, *, run_id: str, **kwargs: Any) -> None:
        self.spans[run_id].append(name)

    async def flush(self) -> None:
        for run_id, names in self.spans.items():
            owner = self.owners[run_id]
            if owner:
                await self.on_flush(owner, {"spans": names})
            await self.on_flush(run_id, {"spans": len(names)})
