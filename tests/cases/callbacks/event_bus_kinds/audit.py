from __future__ import annotations

from typing import Any

from events import AgentEvent


class AuditTrail:
    def __init__(self, manager: Any) -> None:
        self.manager = manager
        self.seen: dict[str, set[str]] = {}
        self.lines: list[str] = []

    async def record(self, event: AgentEvent) -> None:
        self.lines.append(f"{event.kind.name} {event.source}")
        watchers = self.seen.setdefault(event.source, set())
        if event.user_id:
            watchers.add(event.user_id)

    async def report(self) -> None:
        for source, watchers in self.seen.items():
            for watcher in sorted(watchers):
                await self.manager.send_to_user(watcher, {"audit": source})
            if not watchers:
                await self.manager.send_to_user(source, {"audit": "unwatched"})
