"""`InitVar`, keyword-only fields and a fallback in `__post_init__`."""

from dataclasses import InitVar, dataclass, field


@dataclass
class Request:
    job: str
    owner: InitVar[str] = None
    audience: str = field(init=False)
    note: str = field(default="", kw_only=True)

    def __post_init__(self, owner):
        self.audience = owner or self.job


@dataclass
class SafeRequest:
    job: str
    owner: InitVar[str] = None
    audience: str = field(init=False, default="operator")

    def __post_init__(self, owner):
        if owner:
            self.audience = owner


async def main(manager, run_id, user_id):
    await manager.send_to_user(SafeRequest(run_id, user_id).audience, {"n": 1})
    await manager.send_to_user(Request(run_id, user_id, note=run_id).audience, {"n": 2})
    await manager.send_to_user(Request("job", note=run_id).note, {"n": 3})
