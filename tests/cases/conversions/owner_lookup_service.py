"""A service turns executions into their owners before anything is sent."""


class ExecutionStore:
    def __init__(self):
        self._rows = []

    def add(self, key, owner, room=None):
        self._rows.append({"key": key, "owner": owner, "room": room})
        return key

    def find(self, key):
        return next((row for row in self._rows if row["key"] == key), None)

    def owner_of(self, key, default=None):
        row = self.find(key)
        return row["owner"] if row else default


class Notifications:
    def __init__(self, ws, store):
        self.ws = ws
        self.store = store

    async def to_owner(self, key, message):
        owner = self.store.owner_of(key)
        if owner:
            await self.ws.send_to_user(owner, message)

    async def to_owner_or_self(self, key, message):
        await self.ws.send_to_user(self.store.owner_of(key, default=key), message)

    async def to_room(self, key, message):
        row = self.store.find(key)
        if row and row["room"]:
            await self.ws.send_to_thread(row["room"], message)


async def main(manager, run_id, other_run_id, user_id, thread_id):
    store = ExecutionStore()
    store.add(run_id, user_id, room=thread_id)
    notifications = Notifications(manager, store)
    await notifications.to_owner(run_id, {"n": 1})
    await notifications.to_room(run_id, {"n": 2})
    await notifications.to_owner_or_self(run_id, {"n": 3})
    await notifications.to_owner_or_self(other_run_id, {"n": 4})
