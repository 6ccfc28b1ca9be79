"""A lock and a timeout around a send; the run id is only logged."""

import asyncio
import contextlib


class GuardedSender:
    def __init__(self, hub):
        self._hub = hub
        self._lock = asyncio.Lock()
        self._sent = []

    async def send_once(self, who, body, key):
        async with self._lock:
            if key in self._sent:
                return
            self._sent.append(key)
            with contextlib.suppress(ConnectionError):
                await self._hub.send_to_user(who, body)


async def main(manager, run_id, user_id):
    sender = GuardedSender(manager)
    await sender.send_once(user_id, {"n": 1}, run_id)
    await sender.send_once(user_id, {"n": 1}, run_id)
    await sender.send_once(run_id, {"n": 2}, user_id)
