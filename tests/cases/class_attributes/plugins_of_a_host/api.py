from __future__ import annotations

from typing import Any, Callable, ClassVar

_hooks: dict[str, list[Callable[..., Any]]] = {}


def hook(name: str):
    def register(func):
        _hooks.setdefault(name, []).append(func)
        return func

    return register


async def fire(name: str, /, **payload: Any) -> list[Any]:
    results = []
    for func in _hooks.get(name, ()):
        results.append(await func(**payload))
    return results


class Plugin:
    name: ClassVar[str]
    registry: ClassVar[dict[str, type["Plugin"]]] = {}

    def __init_subclass__(cls, *, name: str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.name = name
        Plugin.registry[name] = cls

    def __init__(self, host: "Host") -> None:
        self.host = host

    async def activate(self, run_id: str, user_id: str) -> None:
        raise NotImplementedError


class Host:
    def __init__(self, ws: Any) -> None:
        self.ws = ws

    async def tell(self, user_id: str, **message: Any) -> None:
        await self.ws.send_to_user(user_id, message)
