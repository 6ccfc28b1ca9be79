from dataclasses import dataclass


@dataclass
class StepContext:
    job: str
    audience: str
    retries: int = 0
