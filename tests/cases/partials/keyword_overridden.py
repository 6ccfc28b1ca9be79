"""A keyword bound by the partial is replaced by its caller."""

from functools import partial


async def main(manager, run_id, user_id):
    send = partial(manager.send_to_user, user_id=run_id)
    await send(message={"n": 1}, user_id=user_id)
    await send(message={"n": 2})
    safe = partial(manager.send_to_user, user_id=user_id)
    await safe(message={"run": run_id})
