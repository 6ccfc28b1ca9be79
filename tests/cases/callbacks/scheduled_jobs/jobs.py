from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Callable, Coroutine


@dataclass
class Schedule:
    every: dt.timedelta
    next_at: dt.datetime = dt.datetime.min

    def due(self, now: dt.datetime) -> bool:
        return now >= self.next_at

    def advance(self, now: dt.datetime) -> None:
        self.next_at = now + self.every


@dataclass
class ScheduledJob:
    name: str
    func: Callable[..., Coroutine[Any, Any, None]]
    schedule: Schedule
    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] = field(default_factory=dict)
    runs: int = 0

    async def fire(self) -> None:
        self.runs += 1
        await self.func(*self.args, **self.kwargs)


class Scheduler:
    def __init__(self) -> None:
        self.jobs: dict[str, ScheduledJob] = {}

    def add(self, name: str, func, *args, every: float = 60.0, **kwargs) -> ScheduledJob:
        schedule = Schedule(dt.timedelta(seconds=every))
        job = ScheduledJob(name, func, schedule, args, kwargs)
        self.jobs[name] = job
        return job

    async def tick(self, now: dt.datetime) -> list[str]:
        fired = []
        for job in self.jobs.values():
            if job.schedule.due(now):
                await job.fire()
                job.schedule.advance(now)
                fired.append(job.name)
        return fired
