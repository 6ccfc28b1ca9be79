from __future__ import annotations

import itertools
from collections import deque
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

_numbers = itertools.count(1)


class JobKind(str, Enum):
    ANALYSE = "analyse"
    REPORT = "report"
    CLEANUP = "cleanup"


@dataclass
class Job:
    kind: JobKind
    key: str
    owner: dict[str, Any] = field(default_factory=dict)
    attempts: int = 0
    number: int = field(default_factory=lambda: next(_numbers))

    @property
    def user_id(self) -> str | None:
        return self.owner.get("user")

    @property
    def thread_id(self) -> str | None:
        return self.owner.get("thread")

    @property
    def address(self) -> str:
        """Whom to tell: the owner, or for system jobs the key."""
        return self.owner.get("user", self.key)


class JobQueue:
    def __init__(self, max_attempts: int = 2) -> None:
        self._jobs: deque[Job] = deque()
        self.max_attempts = max_attempts
        self.dead_letters: list[Job] = []

    def submit(self, job: Job) -> None:
        self._jobs.append(job)

    def take(self, *kinds: JobKind) -> Job | None:
        for job in list(self._jobs):
            if not kinds or job.kind in kinds:
                self._jobs.remove(job)
                return job
        return None

    def put_off(self, job: Job) -> bool:
        job.attempts += 1
        if job.attempts >= self.max_attempts:
            self.dead_letters.append(job)
            return False
        self._jobs.append(job)
        return True
