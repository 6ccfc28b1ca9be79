"""A list of recipients is rebuilt, filtered and extended in loops."""


def without_runs(ids):
    kept = []
    for value in ids:
        if value is None:
            continue
        if value.startswith("run_"):
            continue
        kept.append(value)
    return kept


def split_by_kind(ids):
    users, runs = [], []
    for value in ids:
        (runs if value.startswith("run_") else users).append(value)
    return users, runs


async def main(manager, run_id, user_id):
    ids = [user_id, run_id, "user_extra"]
    for person in without_runs(ids):
        await manager.send_to_user(person, {"n": 1})
    ids = [value for value in ids if value]
    users, runs = split_by_kind(ids)
    for person in users:
        await manager.send_to_user(person, {"runs": runs})
    for run in runs:
        await manager.send_to_user(run, {"n": 2})
    cleaned = []
    for value in ids:
        if value in runs:
            value = "user_operator"
        cleaned.append(value)
    for person in cleaned:
        await manager.send_to_user(person, {"n": 3})
    ids.remove(run_id)
    for person in ids:
        await manager.send_to_user(person, {"n": 4})
    ids += runs
    for person in ids:
        await manager.send_to_user(person, {"n": 5})
