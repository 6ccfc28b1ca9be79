from __future__ import annotations

from quotas import QuotaKeeper
from reports import BatchReporter, Line


class CorpusService:
    def __init__(self, reporter: BatchReporter, quotas: QuotaKeeper) -> None:
        self.reporter = reporter
        self.quotas = quotas
        self.owners: dict[str, str] = {}

    async def upload(self, name: str, owner: str) -> None:
        left = self.quotas.take(owner)
        self.owners[name] = owner
        await self.reporter.add(Line(owner, f"{name}: {left} left"))
        await self.reporter.manager.send_message(owner, {"uploaded": name})

    async def index(self, run_id: str, thread_id: str | None) -> None:
        for name in self.owners:
            target = thread_id or run_id
            await self.reporter.add(Line(target, f"indexed {name}", thread=True))

    async def share(self, name: str, with_users: list[str | None], by: str) -> None:
        people = [person for person in with_users if person]
        for person in people:
            await self.reporter.manager.send_to_user(person, {"shared": name, "by": by})
        if not people:
            await self.reporter.manager.send_to_user(by, {"shared": name})
