from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Mapping


@dataclass(frozen=True, slots=True)
class RunContext:
    run_id: str
    user_id: str | None
    thread_id: str | None
    extras: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def routable(self) -> bool:
        return bool(self.thread_id or self.user_id)


class RunContextBuilder:
    def __init__(self, run_id: str) -> None:
        self._run_id = run_id
        self._user_id: str | None = None
        self._thread_id: str | None = None
        self._extras: dict[str, Any] = {}

    def for_user(self, user_id: str | None) -> RunContextBuilder:
        self._user_id = user_id
        return self

    def in_thread(self, thread_id: str | None) -> RunContextBuilder:
        self._thread_id = thread_id
        return self

    def with_extra(self, **extras: Any) -> RunContextBuilder:
        self._extras.update(extras)
        return self

    def build(self) -> RunContext:
        return RunContext(
            self._run_id, self._user_id, self._thread_id, MappingProxyType(dict(self._extras))
        )
