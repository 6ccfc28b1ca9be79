from enum import Enum


class State(str, Enum):
    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


TRANSITIONS = {
    (State.IDLE, "begin"): (State.RUNNING, "_announce"),
    (State.RUNNING, "finish"): (State.DONE, "_announce"),
    (State.RUNNING, "fail"): (State.FAILED, "_alarm"),
}
