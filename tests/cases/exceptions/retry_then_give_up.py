"""Retries with growing delays; the last resort is told by run."""

import asyncio


class Flaky:
    def __init__(self, hub):
        self.hub = hub
        self.calls = 0

    async def attempt(self, who, body):
        self.calls += 1
        if self.calls < 3:
            raise ConnectionError("closed")
        return await self.hub.send_to_user(who, body)

    async def with_retry(self, who, fallback, body, limit):
        for turn in range(limit):
            try:
                return await self.attempt(who, body)
            except ConnectionError:
                await asyncio.sleep(0)
        return await self.hub.send_message(fallback, body)


async def main(manager, run_id, user_id):
    await Flaky(manager).with_retry(user_id, "operator", {"run": run_id}, 4)
    await Flaky(manager).with_retry(user_id, run_id, {"n": 2}, 1)
    await Flaky(manager).with_retry(run_id, user_id, {"n": 3}, 4)
