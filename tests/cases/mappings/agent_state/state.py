from __future__ import annotations

from typing import Any, TypedDict


class AgentState(TypedDict, total=False):
    run_id: str
    user_id: str | None
    thread_id: str | None
    messages: list[dict[str, Any]]
    step: int
    reply_to: str


class StateStore:
    def __init__(self) -> None:
        self._states: dict[str, AgentState] = {}

    def create(self, run_id: str, user_id: str | None, thread_id: str | None) -> AgentState:
        state: AgentState = {
            "run_id": run_id,
            "user_id": user_id,
            "thread_id": thread_id,
            "messages": [],
            "step": 0,
        }
        self._states[run_id] = state
        return state

    def load(self, run_id: str) -> AgentState:
        return self._states[run_id]

    def update(self, run_id: str, **changes: Any) -> AgentState:
        merged = {**self._states[run_id], **changes}
        self._states[run_id] = merged
        return merged

    def all(self):
        yield from self._states.values()
