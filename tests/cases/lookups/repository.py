"""A repository's row."""


class Row:
    def __init__(self, identifier, owner_id):
        self.id = identifier
        self.owner_id = owner_id


class Runs:
    def __init__(self):
        self._rows = {}

    def add(self, run_id, owner):
        self._rows[run_id] = Row(run_id, owner)

    def by_id(self, run_id):
        return self._rows.get(run_id)


async def main(manager, run_id, user_id):
    runs = Runs()
    runs.add(run_id, user_id)
    row = runs.by_id(run_id)
    if row:
        await manager.send_to_user(row.owner_id, {"run_id": row.id})
