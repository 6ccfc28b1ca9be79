"""Subscribers keep what a bus tells them, in fields and in dictionaries, and report it later"""

from __future__ import annotations

from collections import defaultdict


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)
        self._all = []
        self._last = None

    def subscribe(self, kind, handler):
        self._handlers[kind].append(handler)

    def subscribe_all(self, handler):
        self._all.append(handler)

    def finally_tell(self, handler):
        self._last = handler

    async def publish(self, kind, source, owner):
        for handler in [*self._handlers[kind], *self._all]:
            await handler(source, owner)
        if self._last is not None:
            await self._last(source, owner)


class Audit:
    def __init__(self, ws):
        self.ws = ws
        self.seen = {}
        self.owners = []

    async def record(self, source, owner):
        self.seen[source] = owner
        if owner:
            self.owners.append(owner)

    async def report(self):
        for source, owner in self.seen.items():
            if owner:
                await self.ws.send_to_user(owner, {"source": source})
            await self.ws.send_to_user(source, {"owner": owner})
        for owner in self.owners:
            await self.ws.send_to_user(owner, {"seen": len(self.seen)})


class Latest:
    def __init__(self, ws):
        self.ws = ws
        self.source = None
        self.owner = None

    async def remember(self, source, owner):
        self.source, self.owner = source, owner

    async def tell(self):
        if self.owner is not None:
            await self.ws.send_to_user(self.owner, {"latest": self.source})
        await self.ws.send_message(self.source, {"latest": True})


async def main(manager, run_id, user_id):
    bus, audit, latest = Bus(), Audit(manager), Latest(manager)
    bus.subscribe_all(audit.record)
    bus.finally_tell(latest.remember)
    await bus.publish("started", run_id, user_id)
    await audit.report()
    await latest.tell()
