"""`index`, `bisect`-like searches and `in` on parallel lists."""


class Roster:
    def __init__(self):
        self.jobs = []
        self.owners = []

    def enlist(self, job, owner):
        self.jobs.append(job)
        self.owners.append(owner)

    def owner_of(self, job):
        return self.owners[self.jobs.index(job)]

    def job_of(self, owner):
        return self.jobs[self.owners.index(owner)]


async def main(manager, run_id, user_id):
    roster = Roster()
    roster.enlist(run_id, user_id)
    await manager.send_to_user(roster.owner_of(run_id), {"n": 1})
    await manager.send_to_user(roster.job_of(user_id), {"n": 2})
