"""Agents give results that are one of several classes; reporters look at which it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import singledispatchmethod
from typing import Union


@dataclass(frozen=True)
class Success:
    run_id: str
    user_id: str
    output: str

    @property
    def recipient(self) -> str:
        return self.user_id


@dataclass(frozen=True)
class Failure:
    run_id: str
    error: str
    user_id: str = ""

    @property
    def recipient(self) -> str:
        return self.run_id if not self.user_id else self.user_id


@dataclass(frozen=True)
class Partial:
    run_id: str
    thread_id: str
    parts: tuple[str, ...] = field(default=())


Result = Union[Success, Failure, Partial]


class Reporter:
    def __init__(self, ws):
        self.ws = ws

    async def by_class(self, result: Result) -> None:
        if isinstance(result, Partial):
            await self.ws.send_to_thread(result.thread_id, {"parts": result.parts})
        elif isinstance(result, Success):
            await self.ws.send_to_user(result.recipient, {"output": result.output})
        elif result.user_id:
            await self.ws.send_to_user(result.user_id, {"error": result.error})

    async def by_attribute(self, result: Result) -> None:
        thread = getattr(result, "thread_id", None)
        if thread is not None:
            await self.ws.send_to_thread(thread, {"run": result.run_id})
            return
        if hasattr(result, "output"):
            await self.ws.send_to_user(result.recipient, {"run": result.run_id})

    @singledispatchmethod
    async def dispatch(self, result) -> None:
        raise TypeError(result)

    @dispatch.register
    async def _(self, result: Success) -> None:
        await self.ws.send_to_user(result.recipient, {"done": result.run_id})

    @dispatch.register
    async def _(self, result: Partial) -> None:
        await self.ws.send_to_thread(result.thread_id, {"run": result.run_id})

    async def carelessly(self, result: Success | Failure) -> None:
        await self.ws.send_to_user(result.recipient, {"run": result.run_id})


async def main(manager, run_id, user_id, thread_id):
    reporter = Reporter(manager)
    done = Success(run_id, user_id, "42")
    failed = Failure(run_id, "boom")
    partial = Partial(run_id, thread_id, ("a",))
    for result in (done, failed, partial):
        await reporter.by_class(result)
        await reporter.by_attribute(result)
    for result in (done, partial):
        await reporter.dispatch(result)
    await reporter.carelessly(done)
    await reporter.carelessly(failed)
