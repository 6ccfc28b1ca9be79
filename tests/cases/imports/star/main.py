"""A star import, limited by `__all__`."""

from toolbox import *  # noqa: F403


def choose(run_id, user_id):
    return user_id


async def main(manager, run_id, user_id):
    await manager.send_to_user(keep(run_id), {"n": 1})  # noqa: F405
    await manager.send_to_user(choose(run_id, user_id), {"n": 2})
