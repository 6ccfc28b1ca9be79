"""A dictionary turned round: keys become values."""


async def main(manager, run_id, user_id):
    owner_by_job = {run_id: user_id}
    job_by_owner = {owner: job for job, owner in owner_by_job.items()}
    for owner in job_by_owner:
        await manager.send_to_user(owner, {"n": 1})
    for owner, job in job_by_owner.items():
        await manager.send_to_user(job, {"owner": owner})
