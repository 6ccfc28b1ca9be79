from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Type


@dataclass
class Task:
    run_id: str
    user_id: str | None = None
    thread_id: str | None = None
    attempts: int = 0

    kind: ClassVar[str] = "task"

    def to_json(self) -> str:
        return json.dumps({"kind": self.kind, **asdict(self)})

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Task":
        names = {each.name for each in fields(cls)}
        return cls(**{name: value for name, value in data.items() if name in names})


@dataclass
class MailTask(Task):
    subject: str = ""

    kind: ClassVar[str] = "mail"


KINDS: dict[str, Type[Task]] = {cls.kind: cls for cls in (Task, MailTask)}


def decode(text: str) -> Task:
    data = json.loads(text)
    return KINDS[data.pop("kind")].from_dict(data)
