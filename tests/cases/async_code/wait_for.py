"""`wait_for` and `shield` hand on the result."""

import asyncio


async def look_up(identifier):
    return identifier


async def main(manager, run_id, user_id):
    found = await asyncio.wait_for(look_up(run_id), timeout=1)
    await manager.send_to_user(found, {"n": 1})
    person = await asyncio.shield(look_up(user_id))
    await manager.send_to_user(person, {"n": 2})
    await asyncio.wait_for(manager.send_to_user(run_id, {"n": 3}), timeout=1)
