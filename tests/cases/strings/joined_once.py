"""Joins of one part and of several."""


async def main(manager, run_id, user_id):
    await manager.send_to_user("".join([run_id]), {"n": 1})
    await manager.send_to_user("/".join(("jobs", run_id)), {"n": 2})
    await manager.send_to_user("".join(part for part in (user_id or "x",)), {"n": 3})
