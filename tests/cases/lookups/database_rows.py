"""Rows of a table, filtered by run."""


class Table:
    def __init__(self, rows):
        self.rows = rows

    def where(self, **conditions):
        return Table(
            [r for r in self.rows if all(r[k] == v for k, v in conditions.items())]
        )

    def first(self):
        return self.rows[0] if self.rows else None

    def column(self, name):
        return [row[name] for row in self.rows]


async def main(manager, run_id, user_id):
    table = Table([{"run_id": run_id, "owner": user_id}])
    row = table.where(run_id=run_id).first()
    if row:
        await manager.send_to_user(row["owner"], {"run_id": row["run_id"]})
    for owner in table.where(run_id=run_id).column("owner"):
        await manager.send_to_user(owner, {"n": 2})
    for job in table.column("run_id"):
        await manager.send_to_user(job, {"n": 3})
