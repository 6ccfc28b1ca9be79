"""Flags and early returns decide whether a run's own id may be used."""


class Tracker:
    def __init__(self, manager, run_id, owner=None):
        self.manager = manager
        self.run_id = run_id
        self.owner = owner
        self.resolved = owner is not None

    def target(self):
        if self.resolved:
            return self.owner
        return self.run_id

    async def update(self):
        if not self.resolved:
            return
        await self.manager.send_to_user(self.target(), {"n": 1})

    async def careless(self):
        await self.manager.send_to_user(self.target(), {"n": 2})


def choose(run_id, user_id, kind):
    if kind == "user":
        return user_id
    elif kind == "run":
        return run_id
    raise ValueError(kind)


async def main(manager, run_id, user_id, mode):
    tracker = Tracker(manager, run_id, user_id)
    await tracker.update()
    await tracker.careless()
    await manager.send_to_user(choose(run_id, user_id, "user"), {"n": 3})
    await manager.send_to_user(choose(run_id, user_id, "run"), {"n": 4})
    if mode != "thread":
        picked = choose(run_id, user_id, mode)
        if mode == "user":
            await manager.send_to_user(picked, {"n": 5})
        else:
            print("run", picked)
    target = run_id
    has_user = bool(user_id)
    if has_user:
        target = user_id
    if has_user:
        await manager.send_to_user(target, {"n": 6})
    if not has_user:
        await manager.send_to_user(target, {"n": 7})
