from __future__ import annotations

import enum
from dataclasses import dataclass, field


class Severity(enum.IntEnum):
    INFO = 1
    WARNING = 2
    CRITICAL = 3


@dataclass
class Incident:
    source: str
    severity: Severity
    title: str
    assignee: str | None = None
    history: list[str] = field(default_factory=list)

    def escalate(self) -> None:
        self.history.append(self.severity.name)
        self.severity = Severity(min(self.severity + 1, Severity.CRITICAL))


@dataclass
class EscalationPolicy:
    levels: dict[Severity, list[str]]

    def responders(self, incident: Incident) -> list[str]:
        people = list(self.levels.get(incident.severity, []))
        if incident.assignee and incident.assignee not in people:
            people.insert(0, incident.assignee)
        return people
