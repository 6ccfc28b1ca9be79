"""Results of tasks say to whom they go."""

import asyncio


async def owner(jobs, key):
    await asyncio.sleep(0)
    return jobs[key]


async def main(manager, run_id, user_id):
    jobs = {"user": user_id, "run": run_id}
    first, second = await asyncio.gather(owner(jobs, "user"), owner(jobs, "run"))
    await manager.send_to_user(first, {"n": 1})
    await manager.send_to_user(second, {"n": 2})
    task = asyncio.create_task(owner(jobs, "run"))
    await manager.send_to_user(await task, {"n": 3})
    await manager.send_to_user(await asyncio.wait_for(owner(jobs, "user"), 1), {"n": 4})
