"""Ids are small classes of their own, that know their text and kind."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Id:
    kind: str
    value: str

    @classmethod
    def parse(cls, text):
        kind, sep, rest = text.partition("_")
        if sep and kind in ("run", "thread"):
            return cls(kind, rest)
        return cls("user", text)

    def __str__(self):
        return self.value if self.kind == "user" else f"{self.kind}_{self.value}"

    @property
    def is_run(self):
        return self.kind == "run"


class UserId(str):
    __slots__ = ()

    def __new__(cls, value):
        if value.startswith("run_"):
            raise ValueError(value)
        return super().__new__(cls, value)


async def main(manager, run_id, user_id, thread_id):
    wrong = Id.parse(run_id)
    await manager.send_to_user(str(wrong), {"n": 1})
    right = Id.parse(user_id or "user_x")
    await manager.send_to_user(str(right), {"n": 2})
    thread = Id.parse(thread_id or "thread_x")
    await manager.send_to_thread(f"{thread}", {"n": 3})
    for one in (wrong, right):
        if one.is_run:
            continue
        await manager.send_to_user(str(one), {"n": 4})
    try:
        checked = UserId(run_id)
    except ValueError:
        checked = UserId("user_operator")
    await manager.send_to_user(checked, {"n": 5})
