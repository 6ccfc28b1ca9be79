"""`singledispatch` chooses the helper by the argument's type."""

from functools import singledispatch


class Job:
    def __init__(self, key, owner):
        self.key = key
        self.owner = owner


@singledispatch
def recipient(value):
    return "operator"


@recipient.register
def _(value: str):
    return value


@recipient.register(Job)
def _(value):
    return value.owner


async def main(manager, run_id, user_id):
    await manager.send_to_user(recipient(Job(run_id, user_id)), {"n": 1})
    await manager.send_to_user(recipient(17), {"n": 2})
    await manager.send_to_user(recipient(run_id), {"n": 3})
