"""Decorators of the standard library keep the function's result."""

from functools import lru_cache, wraps


@lru_cache(maxsize=32)
def address_of(name, run_id, user_id):
    return run_id if name == "job" else user_id


class Names:
    @staticmethod
    def wrong(run_id):
        return run_id

    @classmethod
    def right(cls, user_id):
        return user_id


async def main(manager, run_id, user_id):
    await manager.send_to_user(address_of("job", run_id, user_id), {"n": 1})
    await manager.send_to_user(Names.right(user_id), {"n": 2})
    await manager.send_to_user(Names.wrong(run_id), {"n": 3})
