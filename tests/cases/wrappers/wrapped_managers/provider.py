"""Provides the manager to what is not given one."""

from __future__ import annotations

from typing import Any, ClassVar, Optional


class ManagerProvider:
    _shared: ClassVar[Optional["ManagerProvider"]] = None

    def __init__(self) -> None:
        self._manager: Any = None

    @classmethod
    def shared(cls) -> "ManagerProvider":
        if cls._shared is None:
            cls._shared = cls()
        return cls._shared

    @classmethod
    def forget(cls) -> None:
        cls._shared = None

    def configure(self, manager: Any) -> None:
        self._manager = manager

    @property
    def manager(self) -> Any:
        if self._manager is None:
            raise RuntimeError("no manager is configured")
        return self._manager


def get_provider() -> ManagerProvider:
    return ManagerProvider.shared()


def reset_provider() -> None:
    ManagerProvider.forget()
