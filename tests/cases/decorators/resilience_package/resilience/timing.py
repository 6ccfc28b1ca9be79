import functools
import time


def timed(label):
    def decorate(method):
        @functools.wraps(method)
        async def inner(self, *args, **kwargs):
            started = time.monotonic()
            try:
                return await method(self, *args, **kwargs)
            finally:
                self.timings.append((label, time.monotonic() - started))

        return inner

    return decorate
