"""A function tells the kind as a text or an enum, and callers compare it."""

from enum import Enum


class Kind(Enum):
    RUN = "run"
    PERSON = "person"


def kind_of(value):
    return Kind.RUN if value.startswith("run_") else Kind.PERSON


def kind_name(value):
    if value.startswith("run_"):
        return "run"
    return "person"


async def main(manager, run_id, user_id):
    x = user_id or run_id
    if kind_of(x) is Kind.PERSON:
        await manager.send_to_user(x, {"n": 1})
    if kind_name(x) == "person":
        await manager.send_to_user(x, {"n": 2})
    if kind_name(x) == "run":
        await manager.send_to_user(x, {"n": 3})
