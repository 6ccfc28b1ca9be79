"""Models check their fields when they are made, as pydantic's do, and are dumped and copied."""

from dataclasses import dataclass, field, fields
from typing import Any, Optional


class ValidationError(ValueError):
    pass


@dataclass
class Model:
    def __post_init__(self):
        for one in fields(self):
            check = getattr(self, f"validate_{one.name}", None)
            if check is not None:
                setattr(self, one.name, check(getattr(self, one.name)))

    def model_dump(self, exclude: frozenset = frozenset()) -> dict[str, Any]:
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in exclude}

    @classmethod
    def model_validate(cls, data: dict[str, Any]):
        known = {one.name for one in fields(cls)}
        return cls(**{key: value for key, value in data.items() if key in known})

    def model_copy(self, update: Optional[dict[str, Any]] = None):
        return type(self)(**{**self.model_dump(), **(update or {})})


@dataclass
class Execution(Model):
    run_id: str
    user_id: Optional[str] = None
    thread_id: Optional[str] = None
    tags: list[str] = field(default_factory=list)

    def validate_run_id(self, value):
        if not value.startswith("run_"):
            raise ValidationError("not a run id")
        return value


@dataclass
class Notice(Model):
    to: str
    text: str
    about: str = ""

    def validate_text(self, value):
        return value.strip()


async def post(ws, notice: Notice):
    await ws.send_to_user(notice.to, notice.model_dump(exclude=frozenset({"to"})))


async def main(manager, run_id, user_id, thread_id):
    execution = Execution.model_validate(
        {"run_id": run_id, "user_id": user_id, "thread_id": thread_id, "junk": 1}
    )
    await post(manager, Notice(execution.user_id, "started", about=execution.run_id))
    dumped = execution.model_dump()
    await manager.send_to_thread(dumped["thread_id"], {"run": dumped["run_id"]})
    other = execution.model_copy(update={"tags": [execution.run_id]})
    await post(manager, Notice(to=other.user_id, text="copied", about=other.tags[0]))
    orphan = execution.model_copy(update={"user_id": execution.run_id})
    await post(manager, Notice(orphan.user_id, "lost"))
    notice = Notice.model_validate({"to": run_id, "text": "hm", "about": user_id})
    await post(manager, notice.model_copy(update={"to": notice.about}))
    await post(manager, notice)
