"""A blocking helper in a thread."""

import asyncio


def blocking_lookup(run_id, user_id):
    return user_id


def blocking_wrong(run_id, user_id):
    return run_id


async def main(manager, run_id, user_id):
    person = await asyncio.to_thread(blocking_lookup, run_id, user_id)
    await manager.send_to_user(person, {"n": 1})
    wrong = await asyncio.to_thread(blocking_wrong, run_id, user_id)
    await manager.send_to_user(wrong, {"n": 2})
