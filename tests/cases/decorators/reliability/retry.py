from __future__ import annotations

import functools
from typing import Any, Awaitable, Callable

from policies import Policy


class RetryError(Exception):
    def __init__(self, recipient: str, attempts: int) -> None:
        super().__init__(f"gave up after {attempts}")
        self.recipient = recipient
        self.attempts = attempts


def retried(policy: Policy, *errors: type[Exception]):
    def decorate(function: Callable[..., Awaitable[Any]]):
        @functools.wraps(function)
        async def wrapper(self, recipient: str, *args: Any, **kwargs: Any) -> Any:
            for _ in range(policy.attempts):
                try:
                    return await function(self, recipient, *args, **kwargs)
                except errors:
                    continue
            raise RetryError(recipient, policy.attempts)

        return wrapper

    return decorate


def logged(function: Callable[..., Awaitable[Any]]):
    @functools.wraps(function)
    async def wrapper(*args: Any, **kwargs: Any) -> Any:
        try:
            return await function(*args, **kwargs)
        finally:
            wrapper.calls += 1

    wrapper.calls = 0
    return wrapper
