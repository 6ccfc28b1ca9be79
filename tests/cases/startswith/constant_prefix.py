"""The prefix stands in a constant of the module or the class."""

RUN_PREFIX = "run_"
THREAD_PREFIX = "thread_"


class Ids:
    RUN = "run_"


async def main(manager, run_id, user_id):
    x = user_id or run_id
    if not x.startswith(RUN_PREFIX):
        await manager.send_to_user(x, {"n": 1})
    if not x.startswith(Ids.RUN):
        await manager.send_to_user(x, {"n": 2})
    if not x.startswith(THREAD_PREFIX):
        await manager.send_to_user(x, {"n": 3})
