"""A target's kind is told once, kept beside it, and decides how it is sent to."""

from dataclasses import dataclass
from typing import Literal, Optional

Kind = Literal["run", "thread", "user", "none"]


def kind_of(target: Optional[str]) -> Kind:
    if not target:
        return "none"
    if target.startswith("run_"):
        return "run"
    if target.startswith("thread_"):
        return "thread"
    return "user"


@dataclass
class Target:
    value: Optional[str]
    kind: Kind

    @classmethod
    def of(cls, value: Optional[str]) -> "Target":
        return cls(value, kind_of(value))

    @property
    def deliverable(self) -> bool:
        return self.kind in ("thread", "user")


async def by_kind(ws, target, message):
    kind = kind_of(target)
    if kind == "user":
        await ws.send_to_user(target, message)
    elif kind == "thread":
        await ws.send_to_thread(target, message)


async def by_object(ws, target: Target, message):
    if target.kind == "user":
        await ws.send_to_user(target.value, message)
    elif target.kind == "thread":
        await ws.send_to_thread(target.value, message)
    else:
        message["undelivered"] = target.value


async def if_deliverable(ws, target: Target, message):
    """Only threads are told apart from the rest here."""
    if target.kind == "thread":
        await ws.send_to_thread(target.value, message)
        return
    await ws.send_to_user(target.value, message)


async def not_runs(ws, value, message):
    is_run = kind_of(value) == "run"
    if is_run:
        return
    if kind_of(value) != "thread":
        await ws.send_to_user(value, message)


async def main(manager, run_id, user_key, thread_id):
    for value in (run_id, user_key, thread_id):
        await by_kind(manager, value, {"n": 1})
        await by_object(manager, Target.of(value), {"n": 2})
        await not_runs(manager, value, {"n": 3})
    await if_deliverable(manager, Target.of(user_key), {"n": 4})
    await if_deliverable(manager, Target.of(thread_id), {"n": 4})
    await if_deliverable(manager, Target.of(run_id), {"n": 5})
