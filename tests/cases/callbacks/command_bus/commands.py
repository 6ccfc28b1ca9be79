from dataclasses import dataclass


@dataclass(frozen=True)
class NotifyOwner:
    owner: str
    text: str


@dataclass(frozen=True)
class CloseRun:
    execution: str
