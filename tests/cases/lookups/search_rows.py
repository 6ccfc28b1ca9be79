"""Rows are searched for the one of a run; what is found is sent to."""

from dataclasses import dataclass


@dataclass
class Job:
    id: str
    owner: str
    parent: str = ""


def find_job(jobs, job_id):
    for job in jobs:
        if job.id == job_id:
            return job
    return None


def find_or_raise(jobs, job_id):
    job = find_job(jobs, job_id)
    if job is None:
        raise LookupError(job_id)
    return job


def owner_for(jobs, job_id):
    job = find_job(jobs, job_id)
    return job.owner if job else job_id


async def main(manager, run_id, child_run_id, user_key):
    jobs = [Job(run_id, user_key), Job(child_run_id, user_key, parent=run_id)]
    job = find_job(jobs, child_run_id)
    if job is not None:
        await manager.send_to_user(job.owner, {"n": 1, "job": job.id})
        await manager.send_to_user(job.parent, {"n": 2})
    await manager.send_to_user(find_or_raise(jobs, run_id).owner, {"n": 3})
    await manager.send_to_user(find_or_raise(jobs, run_id).id, {"n": 4})
    by_id = {job.id: job for job in jobs}
    await manager.send_to_user(by_id[child_run_id].owner, {"n": 5})
    owners = [job.owner for job in jobs if job.id == run_id]
    await manager.send_to_user(owners[0], {"n": 6})
    await manager.send_to_user(owner_for(jobs[:1], child_run_id), {"n": 7})
