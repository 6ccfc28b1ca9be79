from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any, Callable

TYPES = {str: "string", int: "integer", bool: "boolean"}


@dataclass
class FunctionTool:
    name: str
    func: Callable[..., Any]
    schema: dict[str, Any]

    @classmethod
    def from_function(cls, func: Callable[..., Any]) -> "FunctionTool":
        properties = {}
        for name, parameter in inspect.signature(func).parameters.items():
            if name in ("self", "session"):
                continue
            properties[name] = {"type": TYPES.get(parameter.annotation, "string")}
        return cls(func.__name__, func, {"type": "object", "properties": properties})


class Toolbox:
    def __init__(self, *functions: Callable[..., Any]) -> None:
        self.tools = {func.__name__: FunctionTool.from_function(func) for func in functions}

    async def call(self, name: str, session: Any, arguments: dict[str, Any]) -> Any:
        tool = self.tools[name]
        known = {key: arguments[key] for key in tool.schema["properties"] if key in arguments}
        return await tool.func(session, **known)

    def describe(self) -> list[dict[str, Any]]:
        return [{"name": tool.name, "parameters": tool.schema} for tool in self.tools.values()]
