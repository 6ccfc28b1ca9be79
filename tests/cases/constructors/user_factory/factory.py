from __future__ import annotations

import uuid
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class UserExecutionContext:
    user_id: str
    thread_id: str
    run_id: str
    request_id: str

    @classmethod
    def from_request(cls, user_id: str, thread_id: str, run_id: str) -> "UserExecutionContext":
        return cls(user_id, thread_id, run_id, request_id=f"req_{uuid.uuid4().hex[:8]}")

    def get_correlation_id(self) -> str:
        return f"{self.user_id}:{self.thread_id}:{self.run_id}"


class UserWebSocketEmitter:
    """Bound to one user."""

    def __init__(self, user_id: str, thread_id: str, run_id: str, manager) -> None:
        self.user_id = user_id
        self.thread_id = thread_id
        self.run_id = run_id
        self._manager = manager
        self.sent = 0

    async def emit(self, event: str, **data) -> None:
        self.sent += 1
        await self._manager.send_to_user(self.user_id, {"event": event, **data})

    async def emit_thread(self, event: str, **data) -> None:
        await self._manager.send_to_thread(self.thread_id, {"event": event, **data})


class EmitterFactory:
    def __init__(self, manager) -> None:
        self._manager = manager
        self._live: dict[str, UserWebSocketEmitter] = {}

    def create(self, context: UserExecutionContext) -> UserWebSocketEmitter:
        emitter = UserWebSocketEmitter(
            context.user_id, context.thread_id, context.run_id, self._manager
        )
        self._live[context.get_correlation_id()] = emitter
        return emitter

    def create_for_run(self, context: UserExecutionContext) -> UserWebSocketEmitter:
        return UserWebSocketEmitter(
            user_id=context.run_id,
            thread_id=context.thread_id,
            run_id=context.run_id,
            manager=self._manager,
        )

    @asynccontextmanager
    async def scope(self, context: UserExecutionContext):
        emitter = self.create(context)
        try:
            yield emitter
        finally:
            self._live.pop(context.get_correlation_id(), None)

    async def broadcast(self, message: dict) -> None:
        for emitter in self._live.values():
            await emitter.emit("broadcast", **message)
