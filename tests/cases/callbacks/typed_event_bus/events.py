from dataclasses import dataclass


@dataclass(frozen=True)
class RunEvent:
    subject: str
    audience: str


@dataclass(frozen=True)
class RunStarted(RunEvent):
    pass


@dataclass(frozen=True)
class StepDone(RunEvent):
    step: str = ""


@dataclass(frozen=True)
class RunFailed(RunEvent):
    error: str = ""
