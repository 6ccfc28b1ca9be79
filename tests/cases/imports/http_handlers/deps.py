from __future__ import annotations

import inspect
from typing import Any, Callable


class Depends:
    def __init__(self, dependency: Callable[..., Any]) -> None:
        self.dependency = dependency


class App:
    def __init__(self) -> None:
        self.state: dict[str, Any] = {}
        self.routes: dict[tuple[str, str], Callable[..., Any]] = {}

    def post(self, path: str):
        def register(handler):
            self.routes["POST", path] = handler
            return handler

        return register

    def get(self, path: str):
        def register(handler):
            self.routes["GET", path] = handler
            return handler

        return register

    async def call(self, method: str, path: str, **values: Any) -> Any:
        handler = self.routes[method, path]
        for name, parameter in inspect.signature(handler).parameters.items():
            if isinstance(parameter.default, Depends) and name not in values:
                values[name] = parameter.default.dependency()
        return await handler(**values)


app = App()


def get_manager():
    return app.state["manager"]


def get_current_user():
    return app.state["user_id"]
