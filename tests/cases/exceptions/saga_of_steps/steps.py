from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable

Action = Callable[["SagaState"], Awaitable[None]]


@dataclass
class SagaState:
    run_id: str
    customer: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass
class Step:
    name: str
    action: Action
    compensate: Action | None = None


class SagaFailed(Exception):
    def __init__(self, step: str, state: SagaState) -> None:
        super().__init__(step)
        self.step = step
        self.state = state


class Saga:
    def __init__(self, *steps: Step) -> None:
        self.steps = steps

    async def execute(self, state: SagaState) -> SagaState:
        done: list[Step] = []
        for step in self.steps:
            try:
                await step.action(state)
            except RuntimeError as error:
                for finished in reversed(done):
                    if finished.compensate is not None:
                        await finished.compensate(state)
                raise SagaFailed(step.name, state) from error
            done.append(step)
        return state
