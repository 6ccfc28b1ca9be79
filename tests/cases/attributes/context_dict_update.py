"""`obj.__dict__.update(...)` and `**obj.__dict__`."""


class Context:
    def __init__(self, **fields):
        self.__dict__.update(fields)


async def announce(ws, owner=None, job=None, **rest):
    await ws.send_to_user(owner, {"job": job, "rest": rest})


async def announce_job(ws, owner=None, job=None, **rest):
    await ws.send_to_user(job, {"owner": owner, "rest": rest})


async def main(manager, run_id, user_id):
    context = Context(owner=user_id, job=run_id, name="triage")
    await announce(manager, **context.__dict__)
    await announce_job(manager, **context.__dict__)
    await manager.send_to_user(context.owner, {"n": 3})
    await manager.send_to_user(context.job, {"n": 4})
