from __future__ import annotations

from functools import wraps


class FlagSet:
    def __init__(self, values: dict[str, bool]) -> None:
        self._values = dict(values)

    def __call__(self, name: str) -> bool:
        return self._values.get(name, False)

    def guarded(self, name: str):
        def decorate(function):
            @wraps(function)
            async def wrapper(*args, **kwargs):
                if not self(name):
                    return None
                return await function(*args, **kwargs)

            return wrapper

        return decorate
