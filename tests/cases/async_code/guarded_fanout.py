"""Messages are fanned out to several targets at once; runs are left out, or they are not."""

import asyncio


async def send_one(manager, target, message):
    await manager.send_to_user(target, message)


async def send_checked(manager, target, message):
    if target.startswith("run_"):
        return False
    await manager.send_to_user(target, message)
    return True


async def fan_out(manager, targets, message):
    people = [target for target in targets if not target.startswith("run_")]
    await asyncio.gather(*(send_one(manager, person, message) for person in people))


async def fan_out_checked(manager, targets, message):
    results = await asyncio.gather(*[send_checked(manager, t, message) for t in targets])
    return sum(results)


async def fan_out_all(manager, targets, message):
    tasks = []
    for target in targets:
        tasks.append(asyncio.create_task(send_one(manager, target, message)))
    await asyncio.gather(*tasks)


async def main(manager, run_id, user_key):
    targets = [run_id, user_key]
    await fan_out(manager, targets, {"n": 1})
    await fan_out_checked(manager, targets, {"n": 2})
    await fan_out_all(manager, targets, {"n": 3})
