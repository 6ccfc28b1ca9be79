from __future__ import annotations

from functools import cached_property

from flags import FlagSet


class UserSession:
    def __init__(
        self, flags: FlagSet, run_id: str, user_id: str | None, thread_id: str | None
    ) -> None:
        self._flags = flags
        self.run_id = run_id
        self._user = user_id
        self.thread_id = thread_id

    @property
    def user(self) -> str | None:
        return self._user

    @cached_property
    def reachable(self) -> str:
        if self._flags("new-routing"):
            return self._user or ""
        return self._user or self.run_id

    def impersonate(self, user: str) -> None:
        self._user = user
