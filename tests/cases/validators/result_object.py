"""A validator returns an object that says whether and why not."""

from dataclasses import dataclass


@dataclass
class Checked:
    ok: bool
    value: str | None = None
    reason: str = ""


def checked(value):
    if not value:
        return Checked(False, reason="missing")
    if value.startswith("run_"):
        return Checked(False, value, "a run id")
    return Checked(True, value)


async def main(manager, run_id, user_id, flag):
    result = checked(run_id if flag else user_id)
    if result.ok:
        await manager.send_to_user(result.value, {"n": 1})
    elif result.value:
        await manager.send_to_user(result.value, {"n": 2})
