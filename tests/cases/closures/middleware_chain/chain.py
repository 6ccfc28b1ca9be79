from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable


@dataclass
class Request:
    action: str
    run_id: str
    user_id: str | None
    attributes: dict[str, Any] = field(default_factory=dict)


@dataclass
class Response:
    ok: bool
    recipient: str | None
    body: dict[str, Any] = field(default_factory=dict)


Handler = Callable[[Request], Awaitable[Response]]
Middleware = Callable[[Request, Handler], Awaitable[Response]]


class Application:
    def __init__(self) -> None:
        self._middleware: list[Middleware] = []
        self._handlers: dict[str, Handler] = {}

    def use(self, middleware: Middleware) -> None:
        self._middleware.append(middleware)

    def action(self, name: str):
        def register(handler: Handler) -> Handler:
            self._handlers[name] = handler
            return handler

        return register

    async def __call__(self, request: Request) -> Response:
        handler = self._handlers[request.action]
        for middleware in reversed(self._middleware):
            handler = self._wrap(middleware, handler)
        return await handler(request)

    @staticmethod
    def _wrap(middleware: Middleware, following: Handler) -> Handler:
        async def wrapped(request: Request) -> Response:
            return await middleware(request, following)

        return wrapped
