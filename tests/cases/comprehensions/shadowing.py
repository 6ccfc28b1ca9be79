"""The comprehension's variable is its own."""


async def main(manager, run_id, user_id):
    x = user_id
    jobs = [x for x in [run_id]]
    await manager.send_to_user(x, {"jobs": jobs})
    y = run_id
    people = [y for y in [user_id]]
    await manager.send_to_user(people[0], {"n": 2})
    await manager.send_to_user(y, {"n": 3})
