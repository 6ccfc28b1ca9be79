from __future__ import annotations

import weakref
from typing import Any, Protocol


class Observer(Protocol):
    async def update(self, subject: "RunSubject", change: str) -> None: ...


class RunSubject:
    def __init__(self, run_id: str, owner_id: str | None = None) -> None:
        self.run_id = run_id
        self.owner_id = owner_id
        self._observers: list[Any] = []
        self._status = "new"

    def attach(self, observer: Observer) -> None:
        self._observers.append(weakref.ref(observer))

    @property
    def status(self) -> str:
        return self._status

    async def set_status(self, status: str) -> None:
        self._status, before = status, self._status
        for reference in self._observers:
            observer = reference()
            if observer is not None:
                await observer.update(self, f"{before}->{status}")
