"""The recipient bound by a partial."""

from functools import partial


async def main(manager, run_id, user_id):
    to_user = partial(manager.send_to_user, user_id)
    to_run = partial(manager.send_to_user, run_id)
    await to_user({"run": run_id})
    await to_run({"user": user_id})
