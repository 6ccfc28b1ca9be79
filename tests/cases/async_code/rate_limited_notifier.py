"""A notifier keeps token buckets by user; what is refused is put off and sent by a flusher."""

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass, field


@dataclass
class Bucket:
    capacity: int
    tokens: float = 0.0
    stamp: float = field(default_factory=time.monotonic)

    def take(self) -> bool:
        if self.tokens >= 1:
            self.tokens -= 1
            return True
        return False


@dataclass
class Deferred:
    user_id: str
    run_id: str
    payload: dict


class RateLimitedNotifier:
    def __init__(self, ws, capacity=1):
        self.ws = ws
        self._buckets = defaultdict(lambda: Bucket(capacity, tokens=capacity))
        self._deferred: list[Deferred] = []
        self._lock = asyncio.Lock()

    async def notify(self, user_id, run_id, payload):
        if not user_id:
            return False
        async with self._lock:
            bucket = self._buckets[user_id]
            if not bucket.take():
                self._deferred.append(Deferred(user_id, run_id, payload))
                return False
        return await self.ws.send_to_user(user_id, {"run_id": run_id, **payload})

    async def flush(self):
        async with self._lock:
            waiting, self._deferred = self._deferred, []
        for item in waiting:
            await self.ws.send_to_user(item.user_id, {"late": item.run_id, **item.payload})
        return len(waiting)

    async def flush_digest(self):
        grouped = defaultdict(list)
        for item in self._deferred:
            grouped[item.user_id].append(item.run_id)
        for user_id, runs in grouped.items():
            await self.ws.send_to_user(user_id, {"runs": runs})

    async def complain(self):
        for key in list(self._buckets):
            await self.ws.send_to_user(key, {"limited": True})


async def main(manager, run_id, user_id):
    notifier = RateLimitedNotifier(manager)
    await notifier.notify(user_id, run_id, {"n": 1})
    await notifier.notify(user_id, run_id, {"n": 2})
    await notifier.flush_digest()
    await notifier.flush()
    await notifier.complain()
    odd = RateLimitedNotifier(manager)
    await odd.notify(run_id, run_id, {"n": 3})
