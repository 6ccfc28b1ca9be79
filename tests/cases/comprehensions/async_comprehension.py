"""An async comprehension over an async generator."""


class Store:
    def __init__(self, rows):
        self.rows = rows

    async def scan(self):
        for row in self.rows:
            yield row


async def main(manager, run_id, user_id):
    store = Store([{"owner": user_id, "job": run_id}])
    owners = [row["owner"] async for row in store.scan()]
    await manager.send_to_user(owners[0], {"n": 1})
    jobs = [row["job"] async for row in store.scan() if row]
    await manager.send_to_user(jobs[0], {"n": 2})
    pairs = {row["job"]: row["owner"] async for row in store.scan()}
    await manager.send_to_user(pairs[run_id], {"n": 3})
