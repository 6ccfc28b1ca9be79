from __future__ import annotations

from typing import Any

from settings import BridgeSettings, EmitterKey


class UserEmitter:
    def __init__(
        self, manager: Any, user_id: str | None, thread_id: str | None, run_id: str
    ) -> None:
        self._manager = manager
        self.user_id = user_id
        self.thread_id = thread_id
        self.run_id = run_id
        self.sent = 0

    async def emit(self, event: str, **data: Any) -> bool:
        message = {"type": event, "run_id": self.run_id, **data}
        self.sent += 1
        if self.thread_id:
            return await self._manager.send_to_thread(self.thread_id, message)
        if self.user_id:
            return await self._manager.send_to_user(self.user_id, message)
        return False

    async def emit_critical(self, event: str, **data: Any) -> bool:
        message = {"type": event, "critical": True, **data}
        return await self._manager.send_to_user(self.user_id or self.run_id, message)


class RunEmitter(UserEmitter):
    """For runs that nobody watches: the run stands for its user."""

    def __init__(self, manager: Any, run_id: str) -> None:
        super().__init__(manager, run_id, None, run_id)


class EmitterFactory:
    def __init__(self, manager: Any, settings: BridgeSettings) -> None:
        self.manager = manager
        self.settings = settings

    def create(self, user_id: str | None, thread_id: str | None, run_id: str) -> UserEmitter:
        return UserEmitter(self.manager, user_id, thread_id, run_id)

    def create_for_key(self, key: EmitterKey) -> UserEmitter:
        user, run, thread = key
        return self.create(user, thread, run)

    def create_background(self, run_id: str) -> UserEmitter:
        return RunEmitter(self.manager, run_id)


class EmitterPool:
    def __init__(self, factory: EmitterFactory) -> None:
        self._factory = factory
        self._emitters: dict[EmitterKey, UserEmitter] = {}

    def acquire(self, user_id: str | None, run_id: str, thread_id: str | None) -> UserEmitter:
        key = EmitterKey(user_id, run_id, thread_id)
        if key not in self._emitters:
            self._emitters[key] = self._factory.create_for_key(key)
        return self._emitters[key]

    def owners(self) -> list[str]:
        return [key.user_id for key in self._emitters if key.user_id]

    def runs(self) -> list[str]:
        return [key.run_id for key in self._emitters]

    def clear(self) -> None:
        self._emitters.clear()
