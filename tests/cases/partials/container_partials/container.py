from __future__ import annotations

from typing import Any, Callable


class Container:
    def __init__(self) -> None:
        self._factories: dict[str, Callable[[Container], Any]] = {}
        self._instances: dict[str, Any] = {}

    def factory(self, name: str, make: Callable[[Container], Any]) -> None:
        self._factories[name] = make

    def instance(self, name: str, value: Any) -> None:
        self._instances[name] = value

    def resolve(self, name: str) -> Any:
        if name not in self._instances:
            self._instances[name] = self._factories[name](self)
        return self._instances[name]
