"""A context carries the current run, and is put back after the block."""

from contextlib import contextmanager
from contextvars import ContextVar

current_target = ContextVar("current_target", default="user_operator")


class Scope:
    stack = []

    def __init__(self, run_id, owner):
        self.run_id = run_id
        self.owner = owner

    def __enter__(self):
        Scope.stack.append(self)
        return self

    def __exit__(self, *exc):
        Scope.stack.pop()
        return False

    @classmethod
    def top(cls):
        return cls.stack[-1]


@contextmanager
def targeting(value):
    token = current_target.set(value)
    try:
        yield value
    finally:
        current_target.reset(token)


async def main(manager, run_id, user_id):
    with Scope(run_id, user_id) as scope:
        await manager.send_to_user(scope.owner, {"n": 1})
        await manager.send_to_user(Scope.top().owner, {"n": 2})
        await manager.send_to_user(Scope.top().run_id, {"n": 3})
    with targeting(user_id) as target:
        await manager.send_to_user(target, {"n": 4})
        await manager.send_to_user(current_target.get(), {"n": 5})
    with targeting(run_id) as target:
        await manager.send_to_user(target, {"n": 6})
        await manager.send_to_user(current_target.get(), {"n": 7})
