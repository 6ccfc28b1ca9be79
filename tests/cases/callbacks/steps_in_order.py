"""Steps are functions that are applied to a request in order; some put its address right."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Callable, Optional


@dataclass
class Request:
    run_id: str
    reply_to: Optional[str]
    body: dict[str, Any] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)


Step = Callable[[Request], Optional[Request]]


def stamp(request: Request) -> Request:
    request.log.append(f"stamped {request.run_id}")
    return request


def reject_runs(request: Request) -> Optional[Request]:
    if request.reply_to and request.reply_to.startswith("run_"):
        return None
    return request


def require_address(request: Request) -> Optional[Request]:
    return request if request.reply_to else None


def add_trace(request: Request) -> Request:
    return Request(
        request.run_id, request.reply_to, {**request.body, "trace": request.run_id}, request.log
    )


def default_address(request: Request) -> Request:
    if not request.reply_to:
        request.reply_to = request.run_id
    return request


class Flow:
    def __init__(self, ws, *steps: Step):
        self.ws = ws
        self.steps = list(steps)

    def then(self, step: Step) -> "Flow":
        self.steps.append(step)
        return self

    async def run(self, request: Request) -> bool:
        current: Optional[Request] = request
        for step in self.steps:
            current = step(current)
            if current is None:
                return False
        await self.ws.send_to_user(current.reply_to, current.body)
        return True


class AsyncFlow(Flow):
    async def run(self, request: Request) -> bool:
        for step in self.steps:
            result = step(request)
            if result is None:
                return False
            request = result
            await asyncio.sleep(0)
        await self.ws.send_to_user(request.reply_to, {"log": request.log, **request.body})
        return True


async def main(manager, run_id, user_key):
    checked = Flow(manager, stamp, reject_runs).then(require_address)
    await checked.run(Request(run_id, user_key))
    await checked.run(Request(run_id, run_id))
    traced = AsyncFlow(manager, reject_runs, add_trace, require_address)
    await traced.run(Request(run_id, user_key))
    loose = Flow(manager, stamp, add_trace)
    await loose.run(Request(run_id, user_key))
    await Flow(manager, default_address).run(Request(run_id, user_key))
