"""Events are models with a discriminator; a union is parsed and its members know their audience."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Optional


@dataclass
class BaseEvent:
    kind: ClassVar[str] = ""
    registry: ClassVar[dict[str, type[BaseEvent]]] = {}
    run_id: str = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.kind:
            BaseEvent.registry[cls.kind] = cls

    @classmethod
    def parse(cls, data: dict[str, Any]) -> BaseEvent:
        model = cls.registry[data["kind"]]
        names = {each.name for each in fields(model)}
        return model(**{key: value for key, value in data.items() if key in names})

    def audience(self) -> Optional[str]:
        return None

    def body(self) -> dict[str, Any]:
        return {"kind": self.kind, "run_id": self.run_id}


@dataclass
class Started(BaseEvent):
    kind: ClassVar[str] = "started"
    user_id: str = ""

    def audience(self) -> Optional[str]:
        return self.user_id


@dataclass
class Finished(Started):
    kind: ClassVar[str] = "finished"
    result: dict[str, Any] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        return {**super().body(), "result": self.result}


@dataclass
class Traced(BaseEvent):
    kind: ClassVar[str] = "traced"

    def audience(self) -> Optional[str]:
        return self.run_id


@dataclass
class Silent(BaseEvent):
    kind: ClassVar[str] = "silent"


async def emit(ws, event: BaseEvent) -> None:
    audience = event.audience()
    if audience:
        await ws.send_to_user(audience, event.body())


async def emit_parsed(ws, data: dict[str, Any]) -> None:
    await emit(ws, BaseEvent.parse(data))


async def main(manager, run_id, user_id):
    await emit(manager, Started(run_id, user_id))
    await emit(manager, Finished(run_id=run_id, user_id=user_id, result={"run": run_id}))
    await emit(manager, Silent(run_id))
    await emit_parsed(manager, {"kind": "started", "run_id": run_id, "user_id": user_id})
    await emit(manager, Traced(run_id))
