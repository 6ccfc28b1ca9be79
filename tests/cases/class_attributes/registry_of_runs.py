"""A registry on the class knows the owner of each run."""

from typing import ClassVar


class Runs:
    owners: ClassVar[dict] = {}
    active: ClassVar[list] = []
    fallback = "user_operator"
    last = None

    @classmethod
    def register(cls, run_id, owner):
        cls.owners[run_id] = owner or cls.fallback
        cls.active.append(run_id)
        cls.last = run_id

    @classmethod
    def owner(cls, run_id):
        return cls.owners.get(run_id, cls.fallback)

    @classmethod
    def items(cls):
        return [(run, cls.owners[run]) for run in cls.active]


class Sender:
    manager = None

    async def all(self):
        for run, owner in Runs.items():
            await self.manager.send_to_user(owner, {"run_id": run})

    async def all_wrong(self):
        for run in Runs.active:
            await self.manager.send_to_user(run, {"n": 1})


async def main(manager, run_id, user_id):
    Runs.register(run_id, user_id)
    sender = Sender()
    sender.manager = manager
    await sender.all()
    await sender.all_wrong()
    await manager.send_to_user(Runs.owner(run_id), {"n": 2})
    await manager.send_to_user(Runs.owner("run_unknown"), {"n": 3})
    await manager.send_to_user(Runs.last, {"n": 4})
    Runs.last = Runs.owner(run_id)
    await manager.send_to_user(Runs.last, {"n": 5})
