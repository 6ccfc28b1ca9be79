"""A context is made of a parameter dictionary put together step by step."""


class Context:
    def __init__(self, job=None, owner=None, thread=None):
        self.job = job
        self.owner = owner
        self.thread = thread


def base_params(job):
    return {"job": job}


def with_owner(params, owner):
    params["owner"] = owner
    return params


def build(job, owner):
    return Context(**with_owner(base_params(job), owner))


async def main(manager, run_id, user_id):
    good = build(run_id, user_id)
    await manager.send_to_user(good.owner, {"n": 1})
    bad = build(run_id, run_id)
    await manager.send_to_user(bad.owner, {"n": 2})
    await manager.send_to_user(good.job, {"n": 3})
