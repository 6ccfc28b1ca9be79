from __future__ import annotations

import functools
import logging
import time
from typing import Any, Awaitable, Callable, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
logger = logging.getLogger("instrument")


def timed(label: str) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Awaitable[R]]]:
    def decorate(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(func)
        async def inner(*args: P.args, **kwargs: P.kwargs) -> R:
            start = time.perf_counter()
            try:
                return await func(*args, **kwargs)
            finally:
                logger.debug("%s took %.3f", label, time.perf_counter() - start)

        return inner

    return decorate


def logged(func: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(func)
    def inner(*args: Any, **kwargs: Any) -> Any:
        logger.debug("calling %s", func.__name__)
        result = func(*args, **kwargs)
        logger.debug("%s returned", func.__name__)
        return result

    return inner


def notify_on_error(func):
    @functools.wraps(func)
    async def inner(self, run_id, *args, **kwargs):
        try:
            return await func(self, run_id, *args, **kwargs)
        except KeyError as error:
            await self.ws.send_to_user(run_id, {"type": "error", "error": str(error)})
            return None

    return inner
