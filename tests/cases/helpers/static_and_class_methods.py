"""Helpers that are static methods or class methods."""


class Ids:
    prefix = ""

    @staticmethod
    def normal(value):
        return value.strip()

    @classmethod
    def prefixed(cls, value):
        return cls.prefix + value


async def main(manager, run_id, user_id):
    await manager.send_to_user(Ids.normal(run_id), {"n": 1})
    await manager.send_to_user(Ids.prefixed(run_id), {"n": 2})
    await manager.send_to_user(Ids().normal(user_id), {"n": 3})
