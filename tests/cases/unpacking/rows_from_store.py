"""Rows come from a store as tuples; columns are picked by position, by name, by star."""

from collections import namedtuple

Row = namedtuple("Row", "run_id user_id thread_id status")
COLUMNS = ("run_id", "user_id", "thread_id", "status")


class Store:
    def __init__(self):
        self._rows = []

    def insert(self, *values):
        self._rows.append(values)

    def fetch_all(self):
        return list(self._rows)

    def fetch_one(self, run_id):
        for row in self._rows:
            if row[0] == run_id:
                return row
        return None

    def records(self):
        return [Row(*row) for row in self._rows]

    def dicts(self):
        return [dict(zip(COLUMNS, row)) for row in self._rows]


async def notify_rows(ws, store):
    for run_id, user_id, *rest in store.fetch_all():
        await ws.send_to_user(user_id, {"run": run_id, "rest": rest})


async def notify_records(ws, store):
    for record in store.records():
        await ws.send_to_user(record.user_id, {"run": record.run_id})
        await ws.send_to_thread(record.thread_id, record._asdict())


async def notify_dicts(ws, store):
    for row in store.dicts():
        if row["status"] == "done":
            await ws.send_to_user(row["user_id"], {"done": row["run_id"]})


async def notify_one(ws, store, run_id):
    row = store.fetch_one(run_id)
    if row is None:
        return
    _, owner, room, _ = row
    await ws.send_to_user(owner, {"run": run_id})
    await ws.send_to_thread(room, {"run": run_id})


async def notify_shifted(ws, store):
    """The columns are off by one here."""
    for user_id, thread_id, *_ in store.fetch_all():
        await ws.send_to_user(user_id, {"thread": thread_id})


async def notify_last(ws, store):
    *_, status = store.fetch_all()[-1]
    head, *_ = store.fetch_all()[0]
    await ws.send_to_user(head, {"status": status})


async def main(manager, run_id, user_id, thread_id):
    store = Store()
    store.insert(run_id, user_id, thread_id, "done")
    await notify_rows(manager, store)
    await notify_records(manager, store)
    await notify_dicts(manager, store)
    await notify_one(manager, store, run_id)
    await notify_shifted(manager, store)
    await notify_last(manager, store)
