from __future__ import annotations

import zlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Variant:
    name: str
    weight: int


@dataclass(frozen=True)
class Assignment:
    unit: str
    variant: Variant


class Experiment:
    def __init__(self, key: str, *variants: Variant) -> None:
        self.key = key
        self.variants = variants
        self._assigned: dict[str, Assignment] = {}

    def assign(self, unit: str | None) -> Assignment:
        unit = unit or "anonymous"
        known = self._assigned.get(unit)
        if known is not None:
            return known
        bucket = zlib.crc32(f"{self.key}:{unit}".encode()) % sum(v.weight for v in self.variants)
        for variant in self.variants:
            bucket -= variant.weight
            if bucket < 0:
                break
        assignment = Assignment(unit, variant)
        self._assigned[unit] = assignment
        return assignment

    def units(self) -> list[str]:
        return [assignment.unit for assignment in self._assigned.values()]
