import asyncio
import functools


async def with_retry(operation, *args, attempts=3, delay=0.0, **kwargs):
    error = None
    for _ in range(attempts):
        try:
            return await operation(*args, **kwargs)
        except ConnectionError as caught:
            error = caught
            await asyncio.sleep(delay)
    raise error


class RetryPolicy:
    def __init__(self, attempts):
        self.attempts = attempts

    async def run(self, operation, **options):
        attempt = 0
        while True:
            attempt += 1
            try:
                return await operation(**options)
            except ConnectionError:
                if attempt >= self.attempts:
                    raise

    def __call__(self, function):
        @functools.wraps(function)
        async def wrapper(*args, **kwargs):
            return await with_retry(function, *args, attempts=self.attempts, **kwargs)

        return wrapper
