"""Results of `gather` by position, and with exceptions."""

import asyncio


async def fetch_owner(job, owner):
    await asyncio.sleep(0)
    return owner


async def fetch_job(job):
    await asyncio.sleep(0)
    return job


async def main(manager, run_id, user_id):
    owner, job = await asyncio.gather(fetch_owner(run_id, user_id), fetch_job(run_id))
    await manager.send_to_user(owner, {"job": job})
    results = await asyncio.gather(
        fetch_job(run_id), fetch_owner(run_id, user_id), return_exceptions=True
    )
    await manager.send_to_user(results[0], {"n": 2})
    await manager.send_to_user(results[1], {"n": 3})
