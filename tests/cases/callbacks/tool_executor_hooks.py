"""A tool executor tells hooks before and after each call; hooks choose whom they tell."""

import asyncio
import time
from collections import defaultdict
from typing import Any, Awaitable, Callable

Hook = Callable[["ToolCall"], Awaitable[None]]


class ToolCall:
    def __init__(self, tool: str, arguments: dict[str, Any], context: dict[str, str]):
        self.tool = tool
        self.arguments = arguments
        self.context = context
        self.started = time.monotonic()
        self.result: Any = None

    @property
    def owner(self) -> str:
        return self.context.get("user_id") or ""

    @property
    def correlation(self) -> str:
        return self.context["run_id"]


class ToolExecutor:
    def __init__(self):
        self._tools: dict[str, Callable[..., Any]] = {}
        self._hooks: dict[str, list[Hook]] = defaultdict(list)

    def register(self, name):
        def wrap(function):
            self._tools[name] = function
            return function

        return wrap

    def on(self, moment: str, hook: Hook) -> None:
        self._hooks[moment].append(hook)

    async def _fire(self, moment: str, call: ToolCall) -> None:
        for hook in self._hooks[moment]:
            await hook(call)

    async def execute(self, call: ToolCall) -> Any:
        await self._fire("before", call)
        tool = self._tools[call.tool]
        outcome = tool(**call.arguments)
        if asyncio.iscoroutine(outcome):
            outcome = await outcome
        call.result = outcome
        await self._fire("after", call)
        return outcome


class ProgressHooks:
    def __init__(self, ws):
        self.ws = ws

    def install(self, executor: ToolExecutor) -> None:
        executor.on("before", self.announce)
        executor.on("after", self.report)
        executor.on("after", self.trace)

    async def announce(self, call: ToolCall) -> None:
        if call.owner:
            await self.ws.send_to_user(call.owner, {"tool": call.tool, "run": call.correlation})

    async def report(self, call: ToolCall) -> None:
        target = call.result.get("notify") if isinstance(call.result, dict) else None
        if target is None:
            return
        await self.ws.send_to_user(target, {"tool": call.tool, "result": call.result})

    async def trace(self, call: ToolCall) -> None:
        await self.ws.send_to_user(call.correlation, {"trace": call.tool})


executor = ToolExecutor()


@executor.register("search")
async def search(query: str, on_behalf_of: str) -> dict[str, Any]:
    await asyncio.sleep(0)
    return {"hits": [query], "notify": on_behalf_of}


@executor.register("count")
def count_words(text: str) -> int:
    return len(text.split())


async def main(manager, run_id, user_id):
    hooks = ProgressHooks(manager)
    hooks.install(executor)
    context = {"run_id": run_id, "user_id": user_id}
    await executor.execute(ToolCall("search", {"query": "a", "on_behalf_of": user_id}, context))
    await executor.execute(ToolCall("count", {"text": "a b"}, context))
