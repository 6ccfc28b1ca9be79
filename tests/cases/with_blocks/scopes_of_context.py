"""Context managers open a scope and give what it is for."""

from contextlib import asynccontextmanager, contextmanager


@contextmanager
def scope(**ids):
    held = dict(ids)
    try:
        yield held
    finally:
        held.clear()


@asynccontextmanager
async def session(user_id, run_id):
    yield user_id or run_id


class Tracking:
    def __init__(self, run_id):
        self.run_id = run_id

    def __enter__(self):
        return self.run_id

    def __exit__(self, *error):
        return False


async def main(manager, run_id, user_id):
    with scope(run=run_id, user=user_id) as held:
        if held["user"]:
            await manager.send_to_user(held["user"], {"n": 1})
        await manager.send_to_user(held["run"], {"n": 2})
    async with session(user_id, run_id) as who:
        await manager.send_to_user(who, {"n": 3})
    with Tracking(run_id) as tracked:
        await manager.send_to_user(tracked, {"n": 4})
