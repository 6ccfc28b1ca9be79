from __future__ import annotations

from typing import Any, Awaitable, Callable

from models import ToolContext, ToolResult, ToolStatus

Tool = Callable[..., Awaitable[ToolResult]]
REGISTRY: dict[str, Tool] = {}


def tool(name: str) -> Callable[[Tool], Tool]:
    def register(function: Tool) -> Tool:
        REGISTRY[name] = function
        return function

    return register


def load_builtin_tools() -> None:
    REGISTRY.setdefault("notify", notify_tool)


@tool("search")
async def search(context: ToolContext, emit, query: str = "", **_: Any) -> ToolResult:
    await emit({"query": query}, context.thread_id)
    return ToolResult(ToolStatus.DONE, value=[query], recipients=[context.user_id or ""])


@tool("cost")
async def cost(context: ToolContext, emit, model: str, **_: Any) -> ToolResult:
    await emit({"model": model}, thread=context.run_id)
    return ToolResult(ToolStatus.DONE, value=1.5, recipients=[context.run_id])


async def notify_tool(context: ToolContext, emit, **_: Any) -> ToolResult:
    return ToolResult(ToolStatus.FAILED, error="nothing to notify")
