"""Plugins are made from settings: dictionaries name the class, its options and its audience."""

from __future__ import annotations

from typing import Any, ClassVar


class Plugin:
    registry: ClassVar[dict[str, type[Plugin]]] = {}
    name: ClassVar[str] = ""

    def __init_subclass__(cls, name: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.name = name or cls.__name__.lower()
        Plugin.registry[cls.name] = cls

    def __init__(self, ws: Any, **options: Any) -> None:
        self.ws = ws
        self.options = options

    async def handle(self, event: dict[str, Any]) -> None:
        raise NotImplementedError


class ToOwner(Plugin, name="owner"):
    async def handle(self, event):
        owner = event.get("owner") or self.options.get("default_owner")
        if owner:
            await self.ws.send_to_user(owner, {"run": event["run_id"]})


class ToRoom(Plugin, name="room"):
    async def handle(self, event):
        await self.ws.send_to_thread(event[self.options["key"]], {"run": event["run_id"]})


class ToKey(Plugin, name="key"):
    async def handle(self, event):
        await self.ws.send_to_user(event[self.options["key"]], {"type": event["type"]})


def load(ws: Any, settings: list[dict[str, Any]]) -> list[Plugin]:
    plugins = []
    for entry in settings:
        entry = dict(entry)
        cls = Plugin.registry[entry.pop("use")]
        plugins.append(cls(ws, **entry))
    return plugins


async def dispatch(plugins: list[Plugin], event: dict[str, Any]) -> None:
    for plugin in plugins:
        await plugin.handle(event)


async def main(manager, run_id, user_id, thread_id):
    event = {"type": "done", "run_id": run_id, "owner": user_id, "thread": thread_id}
    await dispatch(load(manager, [{"use": "owner"}]), event)
    await dispatch(load(manager, [{"use": "room", "key": "thread"}]), event)
    await dispatch(load(manager, [{"use": "key", "key": "owner"}]), event)
    await dispatch(load(manager, [{"use": "key", "key": "run_id"}]), event)
