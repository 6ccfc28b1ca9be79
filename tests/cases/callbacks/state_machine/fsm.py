from __future__ import annotations

from enum import Enum
from typing import Any, Awaitable, Callable


class Phase(Enum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class IllegalTransition(Exception):
    pass


TRANSITIONS = {
    Phase.QUEUED: {Phase.RUNNING, Phase.FAILED},
    Phase.RUNNING: {Phase.DONE, Phase.FAILED},
}


class Machine:
    def __init__(self, subject: Any) -> None:
        self.subject = subject
        self.phase = Phase.QUEUED
        self._entered: dict[Phase, list[Callable[[Any], Awaitable[None]]]] = {}

    def on_enter(self, phase: Phase):
        def register(callback):
            self._entered.setdefault(phase, []).append(callback)
            return callback

        return register

    async def to(self, phase: Phase) -> None:
        if phase not in TRANSITIONS.get(self.phase, ()):
            raise IllegalTransition(f"{self.phase.value} -> {phase.value}")
        self.phase = phase
        for callback in self._entered.get(phase, ()):
            await callback(self.subject)
