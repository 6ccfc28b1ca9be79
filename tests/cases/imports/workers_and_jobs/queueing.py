from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobs import Job


class JobQueue:
    def __init__(self) -> None:
        self._jobs: deque[Job] = deque()

    def submit(self, job: Job) -> None:
        self._jobs.append(job)

    def next(self) -> Job | None:
        return self._jobs.popleft() if self._jobs else None

    def __bool__(self) -> bool:
        return bool(self._jobs)
