"""Middleware wraps the sending of messages: logging, redaction, address correction."""

from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Awaitable, Callable


@dataclass
class Outgoing:
    recipient: str
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)


Next = Callable[[Outgoing], Awaitable[None]]
Middleware = Callable[[Outgoing, Next], Awaitable[None]]


async def add_correlation(message: Outgoing, proceed: Next) -> None:
    message.headers["x-run-id"] = message.body.get("run_id", "")
    await proceed(message)


async def refuse_runs(message: Outgoing, proceed: Next) -> None:
    if message.recipient and message.recipient.startswith("run_"):
        return
    await proceed(message)


def correct_address(owners: dict[str, str]) -> Middleware:
    async def middleware(message: Outgoing, proceed: Next) -> None:
        if message.recipient in owners:
            message.recipient = owners[message.recipient]
        await proceed(message)

    return middleware


class Dispatcher:
    def __init__(self, ws, *middleware: Middleware) -> None:
        self.ws = ws
        self.chain = reduce(self._wrap, reversed(middleware), self._deliver)

    @staticmethod
    def _wrap(inner: Next, outer: Middleware) -> Next:
        async def step(message: Outgoing) -> None:
            await outer(message, inner)

        return step

    async def _deliver(self, message: Outgoing) -> None:
        await self.ws.send_to_user(message.recipient, {**message.body, **message.headers})

    async def dispatch(self, recipient: str, **body: Any) -> None:
        await self.chain(Outgoing(recipient, body))


async def main(manager, run_id, user_key):
    guarded = Dispatcher(manager, add_correlation, refuse_runs)
    await guarded.dispatch(user_key, run_id=run_id)
    await guarded.dispatch(run_id, n=1)
    corrected = Dispatcher(manager, correct_address({run_id: user_key}), add_correlation)
    await corrected.dispatch(user_key, run_id=run_id)
    bare = Dispatcher(manager, add_correlation)
    await bare.dispatch(run_id, n=2)
