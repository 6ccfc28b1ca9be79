"""Notices are gathered in batches and flushed to their recipients."""

from collections import defaultdict, deque


class Outbox:
    def __init__(self, ws, size=2):
        self.ws = ws
        self.size = size
        self.pending = deque()

    async def add(self, recipient, message):
        self.pending.append((recipient, message))
        if len(self.pending) >= self.size:
            await self.flush()

    async def flush(self):
        while self.pending:
            recipient, message = self.pending.popleft()
            await self.ws.send_to_user(recipient, message)


class GroupedOutbox:
    def __init__(self, ws):
        self.ws = ws
        self.groups = defaultdict(list)

    def add(self, recipient, message):
        self.groups[recipient].append(message)

    async def flush(self):
        for recipient, messages in self.groups.items():
            await self.ws.send_to_user(recipient, {"batch": messages})
        self.groups.clear()


async def main(manager, run_id, user_id):
    outbox = Outbox(manager)
    await outbox.add(user_id, {"n": 1})
    await outbox.add(user_id, {"n": 2})
    await outbox.flush()
    wrong = Outbox(manager, size=5)
    await wrong.add(run_id, {"n": 3})
    await wrong.flush()
    grouped = GroupedOutbox(manager)
    grouped.add(user_id, {"n": 4})
    await grouped.flush()
    by_job = GroupedOutbox(manager)
    by_job.add(run_id, {"n": 5})
    await by_job.flush()
