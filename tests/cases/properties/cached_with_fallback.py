"""A cached property that falls back, and one that looks up."""

from functools import cached_property


class Session:
    def __init__(self, job, owners):
        self.job = job
        self.owners = owners

    @cached_property
    def owner(self):
        return self.owners.get(self.job, "operator")

    @cached_property
    def target(self):
        found = self.owners.get(self.job)
        if found is None:
            found = self.job
        return found


async def main(manager, run_id, user_id):
    session = Session(run_id, {run_id: user_id})
    await manager.send_to_user(session.owner, {"job": session.job})
    await manager.send_to_user(session.target, {"n": 2})
    await manager.send_to_user(Session(run_id, {}).target, {"n": 3})
