from dataclasses import dataclass, field


@dataclass
class Job:
    kind: str
    to: str
    body: dict = field(default_factory=dict)


DONE = object()
