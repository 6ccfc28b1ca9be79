"""Two tables on one object, keyed by one another."""


class Connections:
    def __init__(self):
        self.user_by_run = {}
        self.run_by_user = {}

    def add(self, run_id, user_id):
        self.user_by_run[run_id] = user_id
        self.run_by_user[user_id] = run_id


async def main(manager, run_id, user_id):
    table = Connections()
    table.add(run_id, user_id)
    await manager.send_to_user(table.user_by_run[run_id], {"n": 1})
    await manager.send_to_user(table.user_by_run.get(run_id, "operator"), {"n": 2})
    await manager.send_to_user(table.run_by_user[user_id], {"n": 3})
    for person in table.run_by_user:
        await manager.send_to_user(person, {"n": 4})
