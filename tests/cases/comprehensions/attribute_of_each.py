"""An attribute of each element."""


class Job:
    def __init__(self, reference, owner):
        self.reference = reference
        self.owner = owner


async def main(manager, run_id, user_id):
    jobs = [Job(run_id, user_id)]
    for owner in [job.owner for job in jobs]:
        await manager.send_to_user(owner, {"n": 1})
    for reference in [job.reference for job in jobs]:
        await manager.send_to_user(reference, {"n": 2})
