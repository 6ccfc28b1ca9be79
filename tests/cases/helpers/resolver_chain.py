"""Resolvers are tried in turn, each gives a recipient or nothing."""


def from_owner(job):
    return job.get("owner")


def from_thread(job):
    thread = job.get("thread_id")
    return f"user_of_{thread}" if thread else None


def from_run(job):
    return job["run_id"]


def default(job):
    return "user_operator"


SAFE = (from_owner, from_thread, default)
LOOSE = [from_owner, from_run]


def resolve(job, resolvers=SAFE):
    for resolver in resolvers:
        found = resolver(job)
        if found:
            return found
    return None


async def main(manager, run_id, user_id, thread_id):
    job = {"run_id": run_id, "owner": user_id, "thread_id": thread_id}
    await manager.send_to_user(resolve(job), {"n": 1})
    await manager.send_to_user(resolve(job, LOOSE), {"n": 2})
    await manager.send_to_user(resolve(job, resolvers=[from_thread, default]), {"n": 3})
    await manager.send_to_user(resolve({"run_id": run_id}, (from_run,)), {"n": 4})
    everyone = [resolver(job) for resolver in SAFE]
    for person in everyone:
        await manager.send_to_user(person, {"n": 5})
    candidates = list(filter(None, (resolver(job) for resolver in LOOSE)))
    await manager.send_to_user(candidates[-1], {"n": 6})
