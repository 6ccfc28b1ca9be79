"""A record fetched by run id."""


class Store:
    def __init__(self):
        self.rows = {}

    def save(self, run_id, user_id):
        self.rows[run_id] = {"run_id": run_id, "owner": user_id}

    def load(self, run_id):
        return self.rows[run_id]


async def main(manager, run_id, user_id):
    store = Store()
    store.save(run_id, user_id)
    record = store.load(run_id)
    await manager.send_to_user(record["owner"], {"n": 1})
    await manager.send_to_user(record["run_id"], {"n": 2})
