"""Messages wait in heaps, deques and ring buffers as tuples, and leave in some order."""

import heapq
from collections import deque
from itertools import count


class Scheduler:
    def __init__(self, ws):
        self.ws = ws
        self._heap = []
        self._ticket = count()

    def push(self, priority, who, message):
        heapq.heappush(self._heap, (priority, next(self._ticket), who, message))

    async def drain(self):
        while self._heap:
            *_, who, message = heapq.heappop(self._heap)
            await self.ws.send_to_user(who, message)


class Recent:
    def __init__(self, size):
        self.items = deque(maxlen=size)

    def note(self, item):
        self.items.append(item)
        return item

    def latest(self):
        return self.items[-1]


async def main(manager, run_id, user_id):
    good, bad = Scheduler(manager), Scheduler(manager)
    good.push(1, user_id, {"about": run_id})
    good.push(0, "lobby", {"n": 1})
    bad.push(1, run_id, {"n": 2})
    await good.drain()
    await bad.drain()
    recent = Recent(2)
    recent.note({"job": run_id, "owner": user_id})
    await manager.send_to_user(recent.latest()["owner"], {"n": 3})
    await manager.send_to_user(recent.latest()["job"], {"n": 4})
    ready = deque([(user_id, "a"), ("lobby", "b")])
    while ready:
        who, text = ready.popleft()
        await manager.send_to_user(who, {"text": text})
