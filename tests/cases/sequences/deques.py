"""Ids wait in a ``deque`` of their own kind."""

from collections import deque


class Buffer:
    def __init__(self):
        self.users = deque(maxlen=10)
        self.runs = deque()

    def push(self, run_id, user_id):
        self.runs.append(run_id)
        if user_id:
            self.users.appendleft(user_id)

    async def flush(self, manager):
        while self.users:
            await manager.send_to_user(self.users.popleft(), {"n": 1})

    async def flush_runs(self, manager):
        while self.runs:
            await manager.send_to_user(self.runs.pop(), {"n": 2})


async def main(manager, run_id, user_id):
    buffer = Buffer()
    buffer.push(run_id, user_id)
    await buffer.flush(manager)
    await buffer.flush_runs(manager)
