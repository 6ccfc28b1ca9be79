from __future__ import annotations

from functools import singledispatchmethod
from typing import Any

from messages import AbortRun, RunAborted, RunStarted, StartRun


class Runs:
    def __init__(self) -> None:
        self.started: dict[str, StartRun] = {}

    @singledispatchmethod
    def handle(self, command: Any) -> list[Any]:
        raise NotImplementedError(type(command).__name__)

    @handle.register
    def _(self, command: StartRun) -> list[Any]:
        self.started[command.run_id] = command
        return [RunStarted(command.run_id, command.user_id)]

    @handle.register
    def _(self, command: AbortRun) -> list[Any]:
        start = self.started.pop(command.run_id)
        return [RunAborted(command.run_id, command.reason, notify=start.user_id)]


class Projector:
    def __init__(self, ws) -> None:
        self.ws = ws
        self.view: dict[str, str] = {}

    async def apply(self, event: Any) -> None:
        match event:
            case RunStarted(run_id=run, started_by=who):
                self.view[run] = "running"
                await self.ws.send_to_user(who, {"started": run})
            case RunAborted(run_id=run, reason=reason, notify=who):
                self.view[run] = "aborted"
                await self.ws.send_to_user(who, {"aborted": run, "reason": reason})
                await self.ws.send_to_user(run, {"reason": reason})


class Bus:
    def __init__(self, runs: Runs, projector: Projector) -> None:
        self.runs = runs
        self.projector = projector
        self.events: list[Any] = []

    async def execute(self, command: Any) -> None:
        events = self.runs.handle(command)
        self.events.extend(events)
        for event in events:
            await self.projector.apply(event)
