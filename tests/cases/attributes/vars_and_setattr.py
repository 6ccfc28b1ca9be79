"""Fields are copied by name from one object to another."""


class Source:
    def __init__(self, run_id, user_id):
        self.origin = run_id
        self.owner = user_id


class Target:
    pass


def copied(source, names):
    target = Target()
    for name in names:
        setattr(target, name, getattr(source, name))
    return target


async def main(manager, run_id, user_id):
    source = Source(run_id, user_id)
    target = copied(source, ("origin", "owner"))
    if target.owner:
        await manager.send_to_user(target.owner, {"n": 1})
    await manager.send_to_user(target.origin, {"n": 2})
    fields = vars(source)
    if fields["owner"]:
        await manager.send_to_user(fields["owner"], {"n": 3})
    await manager.send_to_user(fields["origin"], {"n": 4})
    field = "owner"
    if getattr(source, field):
        await manager.send_to_user(getattr(source, field), {"n": 5})
    fresh = Target()
    fresh.__dict__.update(source.__dict__)
    await manager.send_to_user(fresh.origin, {"n": 6})
