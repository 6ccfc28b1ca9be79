from __future__ import annotations

from typing import Any

from protocols import Identified, Notifier


class BoundMixin:
    _notifier: Notifier | None = None

    def bind(self, notifier: Notifier) -> None:
        self._notifier = notifier


class ProgressMixin(BoundMixin):
    run_id: str
    user_id: str | None
    thread_id: str | None

    async def progress(self, percent: int) -> None:
        if self._notifier is None:
            return
        if self.thread_id:
            await self._notifier.notify_thread(self.thread_id, {"percent": percent})
        elif self.user_id:
            await self._notifier.notify(self.user_id, {"percent": percent})


class IdentityMixin(Identified, BoundMixin):
    async def introduce(self, **extra: Any) -> None:
        assert self._notifier is not None
        await self._notifier.notify(self.identity, {"hello": extra})
