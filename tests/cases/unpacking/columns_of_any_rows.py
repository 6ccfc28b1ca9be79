"""Any number of rows that are all alike are turned into columns"""


async def main(manager, run_id, user_id, count):
    rows = [(user_id, run_id, number) for number in range(count + 1)]
    people, runs, numbers = zip(*rows)
    await manager.send_to_user(people[0], {"numbers": numbers})
    await manager.send_to_user(runs[0], {"n": 1})
    for person in people:
        await manager.send_to_user(person, {"n": 2})
    for run in runs:
        await manager.send_to_user(run, {"n": 3})
