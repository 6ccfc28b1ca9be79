class RetryMixin:
    attempts = 2

    async def retry(self, function, *args):
        for attempt in range(self.attempts):
            try:
                return await function(*args)
            except ConnectionError:
                if attempt + 1 == self.attempts:
                    raise
