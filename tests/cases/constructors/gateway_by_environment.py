"""Which gateway is used depends on the environment; each is made by its own factory function."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, Callable


class Gateway:
    def __init__(self, manager: Any, **options: Any) -> None:
        self.manager = manager
        self.options = options

    async def notify(self, context: dict[str, str], message: dict[str, Any]) -> None:
        raise NotImplementedError


class UserGateway(Gateway):
    async def notify(self, context, message):
        if context.get("user_id"):
            await self.manager.send_to_user(context["user_id"], message)


class ThreadGateway(Gateway):
    async def notify(self, context, message):
        await self.manager.send_to_thread(context["thread_id"], message)


class MirrorGateway(Gateway):
    """Sends to a fixed address besides, as a developer likes it."""

    async def notify(self, context, message):
        await self.manager.send_to_user(self.options["mirror"], {**message, **context})


@dataclass
class Entry:
    make: Callable[..., Gateway]
    options: dict[str, Any]


class Gateways:
    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}

    def add(self, name: str, make: Callable[..., Gateway], **options: Any) -> Gateways:
        self._entries[name] = Entry(make, options)
        return self

    def create(self, name: str, manager: Any) -> Gateway:
        entry = self._entries[name]
        return entry.make(manager, **entry.options)


async def main(manager, run_id, user_id, thread_id, mode):
    gateways = Gateways().add("user", UserGateway).add("thread", ThreadGateway)
    gateways.add("run", MirrorGateway, mirror=user_id)
    context = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}
    name = os.environ.get("NETRA_GATEWAY", mode)
    await gateways.create(name, manager).notify(context, {"n": 1})
    for each in ("user", "thread"):
        await gateways.create(each, manager).notify(context, {"n": 2})
    gateways.add("own", MirrorGateway, mirror=run_id)
    await gateways.create("own", manager).notify(context, {"n": 3})
