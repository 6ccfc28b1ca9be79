"""The current request's ids are kept in a context variable"""

from __future__ import annotations

import asyncio

from scope import RequestScope, correlation, current, current_user, request_scope


class StepLogger:
    def __init__(self, ws) -> None:
        self.ws = ws

    async def step(self, name: str) -> None:
        await self.ws.send_to_user(current_user(), {"step": name, "run": correlation()})

    async def trace(self, name: str) -> None:
        await self.ws.send_to_user(correlation(), {"trace": name})

    async def thread(self, name: str) -> None:
        scope = current()
        if scope.thread_id:
            await self.ws.send_to_thread(scope.thread_id, {"step": name})


async def handle(ws, scope: RequestScope) -> str:
    steps = StepLogger(ws)
    with request_scope(scope) as active:
        await steps.step("parse")
        await asyncio.gather(steps.trace("parallel"), steps.thread("parallel"))
        await ws.send_to_user(active.user_id, {"run": active.run_id})
        return active.run_id


async def main(manager, run_id, user_id, thread_id):
    handled = await handle(manager, RequestScope(run_id, user_id=user_id, thread_id=thread_id))
    await manager.send_to_user(user_id, {"handled": handled})
    await manager.send_to_thread(handled, {"handled": True})
    try:
        current_user()
    except LookupError as error:
        await manager.send_to_user(user_id, {"error": str(error)})
