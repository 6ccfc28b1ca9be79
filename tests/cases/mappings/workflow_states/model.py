from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, auto


class State(Enum):
    NEW = "new"
    RUNNING = "running"
    PAUSED = "paused"
    FAILED = "failed"
    DONE = "done"


class Trigger(IntEnum):
    START = auto()
    PAUSE = auto()
    FAIL = auto()
    RETRY = auto()
    FINISH = auto()


@dataclass
class RunInfo:
    run_id: str
    user_id: str | None = None
    thread_id: str | None = None

    def ids(self) -> tuple[str, str | None, str | None]:
        return self.run_id, self.user_id, self.thread_id
