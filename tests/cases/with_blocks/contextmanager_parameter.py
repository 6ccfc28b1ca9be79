"""A generator-based context manager gives its argument, or an object made of it."""

from contextlib import asynccontextmanager, contextmanager


class Span:
    def __init__(self, owner, job):
        self.owner = owner
        self.job = job


@contextmanager
def span(owner, job):
    made = Span(owner, job)
    try:
        yield made
    finally:
        made.job = None


@asynccontextmanager
async def bound(value):
    yield value


async def main(manager, run_id, user_id):
    with span(user_id, run_id) as current:
        await manager.send_to_user(current.owner, {"n": 1})
        await manager.send_to_user(current.job, {"n": 2})
    await manager.send_to_user(current.job or "closed", {"n": 3})
    async with bound(run_id) as key, bound(user_id) as person:
        await manager.send_to_user(person, {"n": 4})
        await manager.send_to_user(key, {"n": 5})
