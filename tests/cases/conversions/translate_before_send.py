"""Runs are translated into owners or threads by services, before anything is sent."""

import asyncio


class Directory:
    def __init__(self, run_id, user_id, thread_id):
        self._by_run = {run_id: (user_id, thread_id)}

    async def fetch_owner(self, run_id):
        await asyncio.sleep(0)
        return self._by_run[run_id][0]

    async def fetch_thread(self, run_id):
        return self._by_run[run_id][1]

    async def describe(self, run_id):
        user, thread = self._by_run[run_id]
        return {"run": run_id, "user": user, "thread": thread}


def thread_for_run(run_id):
    return "thread_" + run_id.removeprefix("run_")


async def main(manager, run_id, user_id, thread_id):
    directory = Directory(run_id, user_id, thread_id)
    owner = await directory.fetch_owner(run_id)
    if owner:
        await manager.send_to_user(owner, {"n": 1})
    await manager.send_to_thread(await directory.fetch_thread(run_id) or "thread_x", {"n": 2})
    await manager.send_to_thread(thread_for_run(run_id), {"n": 3})
    info = await directory.describe(run_id)
    await manager.send_to_user(info["user"], {"n": 4})
    await manager.send_to_user(info["run"], {"n": 5})
    owner, thread = await asyncio.gather(
        directory.fetch_owner(run_id), directory.fetch_thread(run_id)
    )
    await manager.send_to_user(owner, {"n": 6})
    await manager.send_to_user(thread, {"n": 7})
