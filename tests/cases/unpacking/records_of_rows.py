"""Rows of a table are read by position, and by name."""

COLUMNS = ("run_id", "owner", "status")


def rows(run_id, user_id):
    return [(run_id, user_id, "open"), (run_id, "user_two", "closed")]


def as_dicts(table):
    return [dict(zip(COLUMNS, row)) for row in table]


def split(row):
    run_id, *rest = row
    return run_id, rest


async def main(manager, run_id, user_id):
    table = rows(run_id, user_id)
    for run, owner, status in table:
        await manager.send_to_user(owner, {"run_id": run, "status": status})
    for record in as_dicts(table):
        await manager.send_to_user(record["owner"], {"run_id": record["run_id"]})
        await manager.send_to_user(record["run_id"], {"n": 1})
    (run, owner, _), *_ = table
    await manager.send_to_user(owner, {"n": 2})
    await manager.send_to_user(run, {"n": 3})
    key, (owner, status) = split(table[0])
    await manager.send_to_user(owner, {"n": 4})
    await manager.send_to_user(key, {"n": 5})
    columns = list(zip(*table))
    for owner in columns[1]:
        await manager.send_to_user(owner, {"n": 6})
    for run in columns[0]:
        await manager.send_to_user(run, {"n": 7})
    index = COLUMNS.index("owner")
    await manager.send_to_user(table[0][index], {"n": 8})
