from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator


@dataclass
class GenerationProfile:
    rows: int
    batch: int
    name: str = "default"

    def batches(self) -> Iterator[range]:
        for start in range(0, self.rows, self.batch):
            yield range(start, min(start + self.batch, self.rows))
