from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Iterable, Iterator, NewType

UserId = NewType("UserId", str)
RunId = NewType("RunId", str)


@dataclass(frozen=True)
class UsageRecord:
    run_id: RunId
    user_id: UserId
    tokens: int

    @property
    def cost(self) -> Decimal:
        return Decimal(self.tokens) * Decimal("0.002")


class Meter:
    def __init__(self) -> None:
        self._records: list[UsageRecord] = []

    def track(self, run_id: RunId, user_id: UserId, tokens: int) -> UsageRecord:
        record = UsageRecord(run_id, user_id, tokens)
        self._records.append(record)
        return record

    def per_user(self) -> Counter[UserId]:
        totals: Counter[UserId] = Counter()
        for record in self._records:
            totals[record.user_id] += record.tokens
        return totals

    def per_run(self) -> dict[RunId, int]:
        totals: dict[RunId, int] = {}
        for record in self._records:
            totals[record.run_id] = totals.get(record.run_id, 0) + record.tokens
        return totals

    def over(self, limit: int) -> Iterator[UsageRecord]:
        return (record for record in self._records if record.tokens > limit)


def largest(records: Iterable[UsageRecord]) -> UsageRecord | None:
    return max(records, key=lambda record: record.tokens, default=None)
