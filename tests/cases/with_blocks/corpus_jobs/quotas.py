from __future__ import annotations

from collections import Counter


class QuotaExceeded(Exception):
    def __init__(self, owner: str, limit: int) -> None:
        super().__init__(owner, limit)
        self.owner = owner
        self.limit = limit


class QuotaKeeper:
    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used: Counter[str] = Counter()

    def take(self, owner: str) -> int:
        if self.used[owner] >= self.limit:
            raise QuotaExceeded(owner, self.limit)
        self.used[owner] += 1
        return self.limit - self.used[owner]
