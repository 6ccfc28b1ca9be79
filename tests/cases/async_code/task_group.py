"""Tasks of a group, and their results."""

import asyncio

try:
    from asyncio import TaskGroup
except ImportError:

    class TaskGroup:
        async def __aenter__(self):
            self.tasks = []
            return self

        async def __aexit__(self, *_):
            await asyncio.gather(*self.tasks)

        def create_task(self, coroutine):
            self.tasks.append(asyncio.ensure_future(coroutine))
            return self.tasks[-1]


async def owner_of(job, owner):
    return owner or "operator"


async def fallback_of(job, owner):
    return owner or job


async def main(manager, run_id, user_id):
    async with TaskGroup() as group:
        first = group.create_task(owner_of(run_id, user_id))
        second = group.create_task(fallback_of(run_id, user_id))
        group.create_task(manager.send_to_user(user_id, {"n": 1}))
        group.create_task(manager.send_to_user(run_id, {"n": 2}))
    await manager.send_to_user(first.result(), {"n": 3})
    await manager.send_to_user(second.result(), {"n": 4})
