from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class Notifier(Protocol):
    async def notify(self, user_id: str, message: dict[str, Any]) -> bool: ...

    async def notify_thread(self, thread_id: str, message: dict[str, Any]) -> bool: ...


class Identified(ABC):
    @property
    @abstractmethod
    def identity(self) -> str: ...


class Drainable(ABC):
    @abstractmethod
    async def drain(self) -> int: ...
