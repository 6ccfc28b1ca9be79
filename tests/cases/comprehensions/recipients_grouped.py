"""Recipients are collected from jobs, made unique, sorted and grouped."""

from collections import defaultdict
from itertools import groupby


def jobs_of(run_id, user_id):
    return [
        {"run_id": run_id, "owner": user_id or "user_default", "watchers": ["user_a", "user_b"]},
        {"run_id": run_id, "owner": "user_second", "watchers": []},
    ]


async def main(manager, run_id, user_id):
    jobs = jobs_of(run_id, user_id)
    owners = {job["owner"] for job in jobs}
    for owner in sorted(owners):
        await manager.send_to_user(owner, {"n": 1})
    everyone = owners | {watcher for job in jobs for watcher in job["watchers"]}
    for person in everyone:
        await manager.send_to_user(person, {"n": 2})
    by_owner = defaultdict(list)
    for job in jobs:
        by_owner[job["owner"]].append(job["run_id"])
    for owner, runs in by_owner.items():
        await manager.send_to_user(owner, {"runs": runs})
        for run in runs:
            await manager.send_to_user(run, {"owner": owner})
    ordered = sorted(jobs, key=lambda job: job["owner"])
    for owner, group in groupby(ordered, key=lambda job: job["owner"]):
        await manager.send_to_user(owner, {"n": len(list(group))})
    by_run = {job["run_id"]: job["owner"] for job in jobs}
    for owner in by_run.values():
        await manager.send_to_user(owner, {"n": 3})
    for key in by_run:
        await manager.send_to_user(by_run[key], {"run": key})
        await manager.send_to_user(key, {"n": 4})
