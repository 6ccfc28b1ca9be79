from __future__ import annotations

from typing import Any, Awaitable, Callable

from context import current_run
from envelope import Envelope

Next = Callable[[Envelope], Awaitable[Any]]


class TraceMiddleware:
    async def __call__(self, envelope: Envelope, following: Next) -> Any:
        envelope.headers["trace"] = current_run.get() or ""
        return await following(envelope)


class AuthMiddleware:
    def __init__(self, tokens: dict[str, str | None]) -> None:
        self.tokens = tokens

    async def __call__(self, envelope: Envelope, following: Next) -> Any:
        known = self.tokens.get(envelope.token)
        if known is None and envelope.token in self.tokens:
            known = envelope.header("trace")
        if known is not None:
            envelope.headers["user"] = known
        return await following(envelope)


class LegacyIdMiddleware:
    """Older clients address a run; it is turned into the run's owner here."""

    def __init__(self, owners: dict[str, str | None]) -> None:
        self.owners = owners

    async def __call__(self, envelope: Envelope, following: Next) -> Any:
        if envelope.to and envelope.to.startswith("run_"):
            envelope.to = self.owners.get(envelope.to)
        return await following(envelope)


class Pipeline:
    def __init__(self, terminal: Next) -> None:
        self.terminal = terminal
        self.middlewares: list[Callable[..., Awaitable[Any]]] = []

    def use(self, middleware: Callable[..., Awaitable[Any]]) -> None:
        self.middlewares.append(middleware)

    async def send(self, envelope: Envelope) -> Any:
        async def step(index: int, current: Envelope) -> Any:
            if index == len(self.middlewares):
                return await self.terminal(current)

            async def following(passed: Envelope) -> Any:
                return await step(index + 1, passed)

            return await self.middlewares[index](current, following)

        return await step(0, envelope)
