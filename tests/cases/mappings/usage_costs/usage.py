from __future__ import annotations

from collections import defaultdict
from typing import Iterable, Iterator, NamedTuple


class Usage(NamedTuple):
    run: str
    model: str
    tokens: int

    @property
    def cost(self) -> float:
        return self.tokens * (0.1 if self.model == "small" else 0.5)


def totals(usages: Iterable[Usage]) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for usage in usages:
        found[usage.run] += usage.cost
    return dict(found)


def expensive(usages: Iterable[Usage], limit: float) -> Iterator[Usage]:
    yield from (usage for usage in usages if usage.cost > limit)
