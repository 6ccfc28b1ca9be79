"""A sender retries, and takes the fallback recipient on the last attempt."""

import asyncio


class DeliveryError(Exception):
    pass


class RetryingSender:
    def __init__(self, ws, attempts=3, fallback=None):
        self.ws = ws
        self.attempts = attempts
        self.fallback = fallback

    async def send(self, recipient, message):
        for attempt in range(1, self.attempts + 1):
            target = recipient
            if attempt == self.attempts and self.fallback:
                target = self.fallback
            try:
                return await self._try(target, message, attempt)
            except DeliveryError:
                await asyncio.sleep(0)
        return False

    async def _try(self, target, message, attempt):
        if attempt < self.attempts:
            raise DeliveryError(attempt)
        return await self.ws.send_to_user(target, message)


async def with_retries(call, *args, attempts=2, **kwargs):
    last = None
    for _ in range(attempts):
        try:
            return await call(*args, **kwargs)
        except DeliveryError as error:
            last = error
    raise last


async def main(manager, run_id, user_id):
    await RetryingSender(manager).send(user_id, {"n": 1})
    await RetryingSender(manager, fallback=run_id).send(user_id, {"n": 2})
    await with_retries(manager.send_to_user, user_id, {"n": 3})
    await with_retries(manager.send_to_user, run_id, {"n": 4}, attempts=5)
