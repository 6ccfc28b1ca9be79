from __future__ import annotations

import warnings
from typing import Any

from old_api import OldNotifier


class NotifierAdapter:
    def __init__(self, old: OldNotifier) -> None:
        self._old = old

    def __getattr__(self, name: str) -> Any:
        warnings.warn(f"{name} is old", DeprecationWarning, stacklevel=2)
        return getattr(self._old, name)

    async def to_user(self, user_id: str, **message: Any) -> Any:
        return await self._old.send(message, user_id)

    async def to_thread(self, thread_id: str, **message: Any) -> Any:
        return await self._old.send(message, to=thread_id, thread=True)
