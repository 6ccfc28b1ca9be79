"""A target is put right before it is sent to, in the ways of ordinary code."""

OWNERS = {}


class Job:
    def __init__(self, run_id, owner):
        self.run_id = run_id
        self.target = run_id
        self.owner = owner

    def normalise(self):
        if self.target.startswith("run_"):
            self.target = self.owner
        return self


def put_right(message):
    if message["to"].startswith("run_"):
        message["to"] = OWNERS[message["to"]]
    return message


async def main(manager, run_id, user_id, flag):
    OWNERS[run_id] = user_id
    job = Job(run_id, user_id)
    await manager.send_to_user(job.target, {"n": 1})
    await manager.send_to_user(job.normalise().target, {"n": 2})
    await manager.send_to_user(job.target, {"n": 3})
    message = {"to": run_id}
    await manager.send_to_user(put_right(message)["to"], {"n": 4})
    await manager.send_to_user(message["to"], {"n": 5})
    target = run_id
    if flag:
        target = user_id
    else:
        target = OWNERS.get(target, "user_x")
    await manager.send_to_user(target, {"n": 6})
    target = run_id
    if flag:
        target = user_id
    await manager.send_to_user(target, {"n": 7})
    fields = dict(to=run_id)
    fields.update(to=user_id)
    await manager.send_to_user(fields["to"], {"n": 8})
    fields |= {"to": run_id}
    await manager.send_to_user(fields["to"], {"n": 9})
    ids = [run_id, run_id]
    ids[0] = user_id
    await manager.send_to_user(ids[0], {"n": 10})
    ids[:] = [user_id, user_id]
    await manager.send_to_user(ids[1], {"n": 11})
