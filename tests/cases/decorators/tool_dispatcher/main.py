"""A dispatcher looks tools up in a registry that a decorator fills"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import builtin  # noqa: F401
from registry import tools


@dataclass
class ToolContext:
    ws: object
    run_id: str
    user_id: str
    timings: dict = field(default_factory=dict)


class ToolDispatcher:
    def __init__(self, registry, context: ToolContext) -> None:
        self.registry = registry
        self.context = context

    async def dispatch(self, name: str, **arguments):
        spec = self.registry.get(name)
        started = time.perf_counter()
        try:
            result = await spec.func(self.context, **arguments)
        except Exception as error:
            await self._report(name, "failed", str(error))
            raise
        self.context.timings[name] = time.perf_counter() - started
        await self._report(name, "ok", None)
        return result

    async def _report(self, name, status, error):
        event = {"tool": name, "status": status, "error": error, "run_id": self.context.run_id}
        await self.context.ws.send_to_user(self.context.user_id, event)


async def main(manager, run_id, user_id):
    dispatcher = ToolDispatcher(tools, ToolContext(manager, run_id, user_id))
    await dispatcher.dispatch("search", query="gpu prices")
    await dispatcher.dispatch("cost_report", months=2)
    await dispatcher.dispatch("share", recipient=user_id, note="look")
    try:
        await dispatcher.dispatch("missing")
    except LookupError:
        await manager.send_to_user(user_id, {"tools": tools.names(), "run": run_id})
