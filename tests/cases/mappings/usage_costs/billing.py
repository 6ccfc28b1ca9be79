from __future__ import annotations

from typing import Iterable

from ledger import Ledger
from usage import Usage, expensive, totals


class Biller:
    def __init__(self, ledger: Ledger, manager) -> None:
        self.ledger = ledger
        self.manager = manager

    async def bill(self, usages: Iterable[Usage]) -> None:
        for run, cost in totals(usages).items():
            owner = self.ledger.owner(run)
            if owner is not None:
                await self.manager.send_to_user(owner, {"bill": cost, "run": run})
            else:
                await self.manager.send_to_user(run, {"bill": cost})

    async def top(self, usages: list[Usage]) -> None:
        best = max(usages, key=lambda usage: usage.cost)
        await self.manager.send_to_user(self.ledger.payer(best.run), {"top": best.cost})
        for usage in expensive(usages, limit=20):
            await self.manager.send_message(usage[0], {"expensive": usage.model})

    async def summary(self, thread_id: str | None, usages: list[Usage]) -> None:
        lines = sorted(totals(usages).items(), key=lambda pair: -pair[1])
        if thread_id:
            await self.manager.send_to_thread(thread_id, {"lines": lines})
        for _, owner in self.ledger.owned():
            await self.manager.send_to_user(owner, {"lines": lines})
