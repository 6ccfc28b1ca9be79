"""The owner is looked up in the condition."""


def owner_of(jobs, key):
    job = jobs.get(key)
    return job["owner"] if job else None


async def main(manager, run_id, user_id):
    jobs = {"a": {"owner": user_id, "run": run_id}}
    if owner := owner_of(jobs, "a"):
        await manager.send_to_user(owner, {"n": 1})
    if (job := jobs.get("a")) and (ref := job["run"]):
        await manager.send_to_user(ref, {"n": 2})
    while (left := jobs.popitem()[1]) is not None:
        await manager.send_to_user(left["owner"], {"n": 3})
        break
