"""Rows grouped by run, sorted by run, sent by owner."""

from collections import defaultdict
from itertools import groupby


class Row:
    def __init__(self, run_id, owner):
        self.run_id = run_id
        self.owner = owner


async def main(manager, run_id, user_id):
    rows = [Row(run_id, user_id), Row("job", "lobby")]
    for row in sorted(rows, key=lambda r: r.run_id):
        await manager.send_to_user(row.owner, {"n": 1})
    by_run = defaultdict(list)
    for row in rows:
        by_run[row.run_id].append(row.owner)
    for job, owners in by_run.items():
        for owner in owners:
            await manager.send_to_user(owner, {"job": job})
    for job, group in groupby(rows, key=lambda r: r.run_id):
        await manager.send_to_user(next(group).owner, {"job": job})
    await manager.send_to_user(min(by_run[run_id], key=str), {"n": 4})
