"""Run, user and thread ids side by side, each where it belongs, and one that is not."""

import uuid
from dataclasses import dataclass, field


@dataclass
class Ids:
    run_id: str
    user_id: str
    thread_id: str
    request: str = field(default_factory=lambda: f"req_{uuid.uuid4()}")

    def as_tuple(self):
        return self.run_id, self.user_id, self.thread_id

    def __iter__(self):
        yield self.run_id
        yield self.user_id
        yield self.thread_id


class Hub:
    def __init__(self, manager):
        self.manager = manager
        self.by_user = {}

    async def register(self, ids):
        self.by_user.setdefault(ids.user_id, []).append(ids.run_id)
        await self.manager.send_to_user(ids.user_id, {"runs": self.by_user[ids.user_id]})

    async def announce(self):
        for user, runs in self.by_user.items():
            await self.manager.send_to_user(user, {"runs": runs})

    async def announce_runs(self):
        for runs in self.by_user.values():
            for run in runs:
                await self.manager.send_to_user(run, {"n": 3})


async def main(manager, run_id, user_key, thread_id):
    ids = Ids(run_id, user_key, thread_id or "thread_none")
    hub = Hub(manager)
    await hub.register(ids)
    await hub.announce()
    await hub.announce_runs()
    run, user, thread = ids.as_tuple()
    await manager.send_to_user(user, {"run": run})
    await manager.send_to_thread(thread, {"run": run})
    run, user, thread = ids
    await manager.send_to_user(user, {"run": run, "request": ids.request})
    await manager.send_to_thread(user, {"run": run})
