from __future__ import annotations

from enum import Enum

from model import RunInfo, State, Trigger


class Audience(Enum):
    OWNER = "owner"
    THREAD = "thread"
    SYSTEM = "system"
    NOBODY = "nobody"


TRANSITIONS: dict[tuple[State, Trigger], State] = {
    (State.NEW, Trigger.START): State.RUNNING,
    (State.RUNNING, Trigger.PAUSE): State.PAUSED,
    (State.PAUSED, Trigger.START): State.RUNNING,
    (State.RUNNING, Trigger.FAIL): State.FAILED,
    (State.FAILED, Trigger.RETRY): State.RUNNING,
    (State.RUNNING, Trigger.FINISH): State.DONE,
}

AUDIENCES: dict[State, Audience] = {
    State.NEW: Audience.NOBODY,
    State.RUNNING: Audience.THREAD,
    State.PAUSED: Audience.OWNER,
    State.FAILED: Audience.SYSTEM,
    State.DONE: Audience.OWNER,
}


def recipient_of(info: RunInfo, audience: Audience) -> str | None:
    if audience is Audience.OWNER:
        return info.user_id
    if audience is Audience.THREAD:
        return info.thread_id
    if audience is Audience.SYSTEM:
        return info.run_id
    return None
