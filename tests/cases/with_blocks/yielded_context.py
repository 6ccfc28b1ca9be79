"""What a context manager yields."""

from contextlib import asynccontextmanager, contextmanager


@contextmanager
def tracked(run_id):
    yield run_id


@asynccontextmanager
async def session_of(user_id):
    yield {"user_id": user_id}


async def main(manager, run_id, user_id):
    with tracked(run_id) as handle:
        await manager.send_to_user(handle, {"type": "tracked"})
    async with session_of(user_id) as session:
        await manager.send_to_user(session["user_id"], {"type": "session"})
