"""Helpers that are classes within classes and functions, named by their way."""


class Outer:
    class Base:
        def pick(self, job, owner):
            return owner


class Inner(Outer.Base):
    pass


class Other(Outer.Base):
    def pick(self, job, owner):
        return job


async def main(manager, run_id, user_id):
    class Local:
        def pick(self, job, owner):
            return owner or "nobody"

    class Below(Local):
        pass

    await manager.send_to_user(Inner().pick(run_id, user_id), {"n": 1})
    await manager.send_to_user(Other().pick(run_id, user_id), {"n": 2})
    await manager.send_to_user(Below().pick(run_id, user_id), {"n": 3})
