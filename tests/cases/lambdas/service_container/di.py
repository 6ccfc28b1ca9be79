from __future__ import annotations

from typing import Any, Callable, TypeVar

T = TypeVar("T")


class Container:
    def __init__(self) -> None:
        self._factories: dict[type, Callable[["Container"], Any]] = {}
        self._singletons: dict[type, Any] = {}

    def register(self, kind: type[T], factory: Callable[["Container"], T]) -> None:
        self._factories[kind] = factory

    def resolve(self, kind: type[T]) -> T:
        if kind not in self._singletons:
            self._singletons[kind] = self._factories[kind](self)
        return self._singletons[kind]
