from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable

Endpoint = Callable[..., Awaitable[Any]]


@dataclass
class Request:
    user: str | None = None
    query: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


class Depends:
    def __init__(self, dependency: Callable[[Request], Any]) -> None:
        self.dependency = dependency


class APIRouter:
    def __init__(self) -> None:
        self.routes: dict[str, Endpoint] = {}

    def post(self, path: str) -> Callable[[Endpoint], Endpoint]:
        def add(endpoint: Endpoint) -> Endpoint:
            self.routes[path] = endpoint
            return endpoint

        return add


class Application:
    def __init__(self) -> None:
        self.routes: dict[str, Endpoint] = {}

    def include_router(self, router: APIRouter, prefix: str) -> None:
        for path, endpoint in router.routes.items():
            self.routes[prefix + path] = endpoint

    async def handle(self, path: str, request: Request) -> Any:
        endpoint = self.routes[path]
        arguments = {}
        for name, parameter in inspect.signature(endpoint).parameters.items():
            if isinstance(parameter.default, Depends):
                arguments[name] = parameter.default.dependency(request)
            elif name == "request":
                arguments[name] = request
        return await endpoint(**arguments)
