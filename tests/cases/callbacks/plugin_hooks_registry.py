"""Plugins register hooks by a decorator with a priority; the host runs them for each run."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from typing import Any, Callable


@dataclass(order=True)
class Hook:
    priority: int
    name: str = field(compare=False)
    function: Callable[..., Any] = field(compare=False)


class HookRegistry:
    def __init__(self) -> None:
        self._hooks: dict[str, list[Hook]] = {}

    def hook(self, event: str, priority: int = 10):
        def register(function):
            entry = Hook(priority, function.__name__, function)
            self._hooks.setdefault(event, []).append(entry)
            self._hooks[event].sort()
            return function

        return register

    async def run(self, event: str, **context: Any) -> list[Any]:
        results = []
        for hook in self._hooks.get(event, []):
            wanted = inspect.signature(hook.function).parameters
            arguments = {name: value for name, value in context.items() if name in wanted}
            result = hook.function(**arguments)
            if inspect.isawaitable(result):
                result = await result
            results.append(result)
        return results


registry = HookRegistry()


@registry.hook("finished")
async def tell_user(ws, user_id, run_id):
    await ws.send_to_user(user_id, {"finished": run_id})


@registry.hook("finished", priority=1)
async def tell_thread(ws, thread_id, run_id):
    if thread_id:
        await ws.send_to_thread(thread_id, {"finished": run_id})


@registry.hook("failed")
async def tell_run(ws, run_id, error):
    await ws.send_to_user(run_id, {"failed": str(error)})


@registry.hook("failed", priority=99)
def audit(run_id, error):
    return f"{run_id}: {error}"


async def main(manager, run_id, user_id, thread_id):
    context = {"ws": manager, "run_id": run_id, "user_id": user_id, "thread_id": thread_id}
    await registry.run("finished", **context)
    results = await registry.run("failed", error=ValueError("x"), **context)
    await manager.send_to_user(user_id, {"audit": [one for one in results if one]})
