from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Awaitable, Callable

from ledger import Ledger


@dataclass
class CostAlert:
    run: str
    cost: float
    manager: Any

    async def to_owner(self, ledger: Ledger) -> None:
        owner = ledger.owner(self.run)
        if owner:
            await self.manager.send_to_user(owner, {"alert": self.cost})
        else:
            await self.manager.send_to_user(self.run, {"alert": self.cost})


class AlertRules:
    def __init__(self, limit: float, manager) -> None:
        self.limit = limit
        self.manager = manager
        self._actions: list[tuple[Callable[..., Awaitable[None]], tuple[Any, ...]]] = []

    def on_alert(self, action: Callable[..., Awaitable[None]], *args: Any) -> None:
        self._actions.append((action, args))

    async def check(self, costs: dict[str, float]) -> None:
        for run, cost in costs.items():
            if cost <= self.limit:
                continue
            alert = CostAlert(run, cost, self.manager)
            for action, args in self._actions:
                await action(alert, *args)
