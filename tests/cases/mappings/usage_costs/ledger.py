from __future__ import annotations


class Ledger:
    def __init__(self) -> None:
        self._owners: dict[str, str | None] = {}

    def assign(self, run: str, owner: str | None) -> None:
        self._owners[run] = owner

    def owner(self, run: str) -> str | None:
        return self._owners.get(run)

    def payer(self, run: str) -> str:
        owner = self._owners.get(run)
        return run if owner is None else owner

    def owned(self) -> list[tuple[str, str]]:
        return [(run, owner) for run, owner in self._owners.items() if owner]
