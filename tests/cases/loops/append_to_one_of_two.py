"""Which of two lists an id is put into is chosen where it is put there."""


def split(ids):
    people, runs = [], []
    for one in ids:
        (runs if one.startswith("run_") else people).append(one)
    return people, runs


def split_by_name(ids):
    people, runs = [], []
    for one in ids:
        bucket = people
        if one.startswith("run_"):
            bucket = runs
        bucket.append(one)
    return people, runs


def split_by_turn(ids):
    odd, even = [], []
    for number, one in enumerate(ids):
        (odd if number % 2 else even).append(one)
    return odd, even


async def main(manager, run_id, user_key):
    people, runs = split([run_id, user_key])
    for person in people:
        await manager.send_to_user(person, {"runs": runs})
    people, runs = split_by_name([run_id, user_key])
    for person in people:
        await manager.send_to_user(person, {"n": 2})
    for run in runs:
        await manager.send_to_user(run, {"n": 3})
    odd, _ = split_by_turn([user_key, run_id])
    for one in odd:
        await manager.send_to_user(one, {"n": 4})
