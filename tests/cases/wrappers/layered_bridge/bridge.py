from typing import Any, Optional

from notifier import Notifier


class AgentBridge:
    def __init__(self, ws, defaults: Optional[dict] = None):
        self._notifier = Notifier(ws)
        self._defaults = defaults or {}

    async def agent_started(self, name):
        await self._notify("started", self._defaults["user"], agent=name)

    async def tool_used(self, name, tool):
        await self._notifier.to_thread(self._defaults["thread"], {"agent": name, "tool": tool})

    async def agent_failed(self, name, error):
        await self._notify("failed", self._defaults["run"], agent=name, error=error)

    async def progress(self, **options: Any):
        to = options.pop("to", None) or self._defaults.get("user")
        await self._notify("progress", to, **options)

    async def _notify(self, kind, to, /, **payload):
        await self._notifier.notify({"type": kind, "payload": payload}, to=to)


def bridge_for(ws, **ids):
    return AgentBridge(ws, defaults=ids)
