"""Results of `gather` keep their positions."""

import asyncio


async def fetch_owner(user_id):
    await asyncio.sleep(0)
    return user_id


async def fetch_job(run_id):
    return run_id


async def main(manager, run_id, user_id):
    owner, job = await asyncio.gather(fetch_owner(user_id), fetch_job(run_id))
    await manager.send_to_user(owner, {"job": job})
    await manager.send_to_user(job, {"owner": owner})
    await asyncio.gather(
        manager.send_to_user(user_id, {"n": 1}),
        manager.send_to_user(run_id, {"n": 2}),
    )
