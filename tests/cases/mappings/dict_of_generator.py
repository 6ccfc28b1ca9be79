"""``dict`` of pairs that a generator yields."""


def pairs(run_id, user_id):
    yield "run", run_id
    yield "user", user_id


async def main(manager, run_id, user_id):
    table = dict(pairs(run_id, user_id))
    if table["user"]:
        await manager.send_to_user(table["user"], {"n": 1})
    await manager.send_to_user(table["run"], {"n": 2})
    named = dict((name, value) for name, value in (("run", run_id), ("user", user_id)))
    if named["user"]:
        await manager.send_to_user(named["user"], {"n": 3})
    await manager.send_to_user(named["run"], {"n": 4})
    zipped = dict(zip(("run", "user"), (run_id, user_id)))
    if zipped["user"]:
        await manager.send_to_user(zipped["user"], {"n": 5})
    await manager.send_to_user(zipped["run"], {"n": 6})
