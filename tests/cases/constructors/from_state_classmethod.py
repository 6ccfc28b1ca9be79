"""Class methods that build a context out of a state, rightly and wrongly."""


class Ctx:
    def __init__(self, job, who, where=None):
        self.job = job
        self.who = who
        self.where = where

    @classmethod
    def from_state(cls, state):
        return cls(state["job"], state["who"], where=state.get("where"))

    @classmethod
    def from_job(cls, job):
        return cls(job, who=job)

    def with_owner(self, owner):
        return type(self)(self.job, owner, self.where)


async def main(manager, run_id, user_id, thread_id):
    good = Ctx.from_state({"job": run_id, "who": user_id, "where": thread_id})
    await manager.send_to_user(good.who, {"n": 1})
    bad = Ctx.from_job(run_id)
    await manager.send_to_user(bad.who, {"n": 2})
    await manager.send_to_user(bad.with_owner(user_id).who, {"n": 3})
    if good.where:
        await manager.send_to_thread(good.where, {"n": 4})
