from __future__ import annotations

from dataclasses import dataclass, field
from typing import Awaitable, Callable, Optional

ProgressCallback = Callable[[str, float], Awaitable[None]]


@dataclass
class ProgressState:
    total: int
    done: int = 0
    callbacks: list[ProgressCallback] = field(default_factory=list)

    @property
    def fraction(self) -> float:
        return self.done / self.total if self.total else 1.0


class ProgressTracker:
    def __init__(self, ws_manager=None) -> None:
        self.ws_manager = ws_manager
        self._states: dict[str, ProgressState] = {}

    def begin(self, run_id: str, total: int, callback: Optional[ProgressCallback] = None) -> None:
        self._states[run_id] = ProgressState(total)
        if callback:
            self._states[run_id].callbacks.append(callback)

    async def advance(self, run_id: str, thread_id: str = None, user_id: str = None) -> None:
        state = self._states[run_id]
        state.done += 1
        for callback in state.callbacks:
            await callback(run_id, state.fraction)
        await self.send_update(run_id, {"fraction": state.fraction}, thread_id, user_id)

    async def send_update(self, run_id: str, status: dict, thread_id=None, user_id=None) -> None:
        if not self.ws_manager:
            return
        message = {"type": "generation_update", "run_id": run_id, **status}
        if thread_id:
            await self.ws_manager.send_to_thread(thread_id, message)
        elif user_id:
            await self.ws_manager.send_to_user(user_id, message)
        else:
            await self.ws_manager.send_message(run_id, message)
