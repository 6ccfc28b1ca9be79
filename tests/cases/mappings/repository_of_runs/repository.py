from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Iterator, Protocol, TypeVar

T = TypeVar("T")


@dataclass
class Run:
    key: str
    owner: str
    status: str = "pending"


class Repository(Protocol[T]):
    def add(self, item: T) -> None: ...

    def get(self, key: str) -> T | None: ...


class InMemory(Generic[T]):
    def __init__(self) -> None:
        self._items: dict[str, T] = {}

    def add(self, item: T) -> None:
        self._items[item.key] = item

    def get(self, key: str) -> T | None:
        return self._items.get(key)

    def items(self) -> Iterator[tuple[str, T]]:
        return iter(self._items.items())


class InMemoryRuns(InMemory[Run]):
    def owned_by(self, owner: str) -> list[Run]:
        return [run for run in self._items.values() if run.owner == owner]
