"""A deque as an outbox."""

from collections import deque


class Outbox:
    def __init__(self, manager):
        self.items = deque()
        self.manager = manager

    def put(self, recipient, message):
        self.items.append((recipient, message))

    async def flush(self):
        while self.items:
            recipient, message = self.items.popleft()
            await self.manager.send_to_user(recipient, message)


async def main(manager, run_id):
    outbox = Outbox(manager)
    outbox.put(run_id, {"type": "queued"})
    await outbox.flush()
