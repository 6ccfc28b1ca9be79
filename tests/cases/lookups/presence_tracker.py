"""Presence is tracked by connection; a run's audience is found through its session's connections."""

import time
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Connection:
    connection_id: str
    user_id: str
    since: float = field(default_factory=time.monotonic)
    rooms: set[str] = field(default_factory=set)


class Presence:
    def __init__(self):
        self._connections: dict[str, Connection] = {}
        self._by_user: defaultdict[str, list[str]] = defaultdict(list)
        self._runs: dict[str, str] = {}

    def connect(self, connection_id, user_id):
        connection = Connection(connection_id, user_id)
        self._connections[connection_id] = connection
        self._by_user[user_id].append(connection_id)
        return connection

    def bind(self, run_id, connection_id):
        self._runs[run_id] = connection_id

    def join(self, connection_id, room):
        self._connections[connection_id].rooms.add(room)

    def user_behind(self, run_id):
        connection = self._connections.get(self._runs.get(run_id, ""))
        return connection.user_id if connection else None

    def rooms_behind(self, run_id):
        connection_id = self._runs.get(run_id)
        if connection_id is None:
            return []
        return sorted(self._connections[connection_id].rooms)

    def is_online(self, user_id):
        return bool(self._by_user.get(user_id))

    def online(self):
        return [user for user, connections in self._by_user.items() if connections]

    def orphans(self):
        return [run for run, key in self._runs.items() if key not in self._connections]


class PresenceNotifier:
    def __init__(self, ws, presence):
        self.ws = ws
        self.presence = presence

    async def run_update(self, run_id, update):
        user_id = self.presence.user_behind(run_id)
        if user_id is not None and self.presence.is_online(user_id):
            await self.ws.send_to_user(user_id, {"run": run_id, **update})

    async def room_update(self, run_id, update):
        for room in self.presence.rooms_behind(run_id):
            await self.ws.send_to_thread(room, {"run": run_id, **update})

    async def everybody(self, update):
        for user_id in self.presence.online():
            await self.ws.send_to_user(user_id, update)

    async def orphaned(self):
        for target in self.presence.orphans():
            await self.ws.send_to_user(target, {"orphaned": True})


async def main(manager, run_id, other_run_id, user_key, thread_id):
    presence = Presence()
    presence.connect("c1", user_key)
    presence.bind(run_id, "c1")
    presence.bind(other_run_id, "gone")
    if thread_id:
        presence.join("c1", thread_id)
    notifier = PresenceNotifier(manager, presence)
    await notifier.run_update(run_id, {"n": 1})
    await notifier.run_update(other_run_id, {"n": 2})
    await notifier.room_update(run_id, {"n": 3})
    await notifier.everybody({"runs": [run_id]})
    await notifier.orphaned()
