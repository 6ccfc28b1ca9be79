"""Connections are cached by user and by thread; a client object remembers its own address."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any


@dataclass
class Client:
    manager: Any
    address: str
    is_room: bool = False
    sent: int = 0

    async def send(self, message):
        self.sent += 1
        if self.is_room:
            return await self.manager.send_to_thread(self.address, message)
        return await self.manager.send_to_user(self.address, message)


class ClientPool:
    def __init__(self, manager):
        self.manager = manager
        self._users: dict[str, Client] = {}
        self._rooms: dict[str, Client] = {}
        self._runs: dict[str, Client] = {}

    def user(self, user_id):
        if user_id not in self._users:
            self._users[user_id] = Client(self.manager, user_id)
        return self._users[user_id]

    def room(self, thread_id):
        try:
            return self._rooms[thread_id]
        except KeyError:
            client = self._rooms[thread_id] = Client(self.manager, thread_id, is_room=True)
            return client

    def attach(self, run_id, client):
        self._runs[run_id] = client

    def of_run(self, run_id):
        return self._runs.get(run_id)

    def of_run_or_new(self, run_id):
        return self._runs.get(run_id) or Client(self.manager, run_id)


@lru_cache(maxsize=None)
def label(run_id):
    return f"run {run_id}"


async def main(manager, run_id, other_run_id, user_id, thread_id):
    pool = ClientPool(manager)
    await pool.user(user_id).send({"run": run_id})
    await pool.user(user_id).send({"label": label(run_id)})
    await pool.room(thread_id).send({"run": run_id})
    pool.attach(run_id, pool.user(user_id))
    client = pool.of_run(run_id)
    if client is not None:
        await client.send({"again": run_id})
    missing = pool.of_run(other_run_id)
    if missing:
        await missing.send({"never": True})
    await pool.of_run_or_new(run_id).send({"n": 1})
    await pool.of_run_or_new(other_run_id).send({"n": 2})
