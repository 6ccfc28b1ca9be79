"""Context variables set by a middleware and read deep below."""

from contextvars import ContextVar

current_owner: ContextVar[str] = ContextVar("current_owner", default="operator")
current_job: ContextVar[str] = ContextVar("current_job", default="none")


async def middleware(job, owner, following):
    tokens = current_job.set(job), current_owner.set(owner)
    try:
        await following()
    finally:
        current_job.reset(tokens[0])
        current_owner.reset(tokens[1])


async def main(manager, run_id, user_id):
    async def deep():
        await manager.send_to_user(current_owner.get(), {"job": current_job.get()})
        await manager.send_to_user(current_job.get(), {"n": 2})

    await middleware(run_id, user_id, deep)
