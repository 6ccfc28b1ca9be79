from __future__ import annotations

import functools
import inspect
from dataclasses import dataclass
from typing import Any, Awaitable, Callable


@dataclass(frozen=True)
class ToolSpec:
    name: str
    func: Callable[..., Awaitable[Any]]
    timeout: float
    description: str


class ToolRegistry:
    def __init__(self) -> None:
        self._tools: dict[str, ToolSpec] = {}

    def tool(self, name: str, timeout: float = 30.0):
        def decorate(func):
            @functools.wraps(func)
            async def wrapper(*args, **kwargs):
                return await func(*args, **kwargs)

            self._tools[name] = ToolSpec(name, wrapper, timeout, inspect.getdoc(func) or "")
            return wrapper

        return decorate

    def get(self, name: str) -> ToolSpec:
        try:
            return self._tools[name]
        except KeyError:
            raise LookupError(f"unknown tool {name}") from None

    def names(self) -> list[str]:
        return sorted(self._tools)


tools = ToolRegistry()
