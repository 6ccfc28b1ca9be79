"""`typing.cast`, identity helpers and `or None`."""

from typing import Optional, cast


def as_text(value) -> str:
    return cast(str, value)


def optional(value) -> Optional[str]:
    return value or None


def first_character(value) -> str:
    return as_text(value)[0]


async def main(manager, run_id, user_id):
    await manager.send_to_user(as_text(user_id), {"n": 1})
    await manager.send_to_user(as_text(run_id), {"n": 2})
    if (x := optional(run_id)) is not None:
        await manager.send_to_user(x, {"n": 3})
    await manager.send_to_user(first_character(run_id), {"n": 4})
    await manager.send_to_user(cast("str", run_id), {"n": 5})
