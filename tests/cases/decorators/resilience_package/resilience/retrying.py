from functools import wraps


def with_retry(function=None, *, attempts=2):
    if function is None:
        return lambda f: with_retry(f, attempts=attempts)

    @wraps(function)
    async def inner(*args, **kwargs):
        for _ in range(attempts):
            try:
                return await function(*args, **kwargs)
            except OSError:
                continue

    return inner
