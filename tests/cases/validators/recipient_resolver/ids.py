"""Types of ids."""

from __future__ import annotations

from typing import NewType, Optional

RunId = NewType("RunId", str)
UserId = NewType("UserId", str)
ThreadId = NewType("ThreadId", str)

RUN_PREFIX = "run_"
THREAD_PREFIX = "thread_"


def looks_like_run(value: Optional[str]) -> bool:
    return value is not None and value.startswith(RUN_PREFIX)


def looks_like_thread(value: Optional[str]) -> bool:
    return value is not None and value.startswith(THREAD_PREFIX)
