"""Results of callbacks are recipients; `map` and `sorted` call them."""


def by_owner(row):
    return row["owner"]


def by_job(row):
    return row["job"]


def project(rows, key):
    return [key(row) for row in rows]


async def main(manager, run_id, user_id):
    rows = [{"owner": user_id or "nobody", "job": run_id}]
    for who in project(rows, by_owner):
        await manager.send_to_user(who, {"n": 1})
    for who in project(rows, key=by_job):
        await manager.send_to_user(who, {"n": 2})
    for who in map(by_owner, sorted(rows, key=by_job)):
        await manager.send_to_user(who, {"n": 3})
    for who in map(by_job, rows):
        await manager.send_to_user(who, {"n": 4})
