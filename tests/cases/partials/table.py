"""A table of partials, each bound to its recipient."""

import functools


async def main(manager, run_id, user_id):
    outlets = {
        "owner": functools.partial(manager.send_to_user, user_id),
        "job": functools.partial(manager.send_message, run_id),
    }
    await outlets["owner"]({"n": 1})
    await outlets["job"]({"n": 2})
