"""Routing fields travel as keyword arguments and are popped on the way"""

from __future__ import annotations

from typing import Any

ROUTING = ("thread_id", "user_id")


def routing_of(kwargs: dict[str, Any]) -> dict[str, Any]:
    return {name: kwargs[name] for name in ROUTING if name in kwargs}


class UpdateSender:
    def __init__(self, ws_manager) -> None:
        self.ws_manager = ws_manager

    async def send(self, kind: str, *, thread_id=None, user_id=None, **payload: Any) -> None:
        message = {"type": kind, "payload": payload}
        if thread_id:
            await self.ws_manager.send_to_thread(thread_id, message)
        elif user_id:
            await self.ws_manager.send_to_user(user_id, message)

    async def send_raw(self, **kwargs: Any) -> None:
        target = kwargs.get("user_id") or kwargs.get("run_id")
        await self.ws_manager.send_to_user(target, kwargs)

    async def send_status(self, status: str, **kwargs: Any) -> None:
        await self.send("status", status=status, **kwargs)


class Pipeline:
    def __init__(self, sender: UpdateSender, **defaults: Any) -> None:
        self.sender = sender
        self.defaults = defaults

    async def step(self, name: str, **extra: Any) -> None:
        fields = {**self.defaults, **extra}
        await self.sender.send_status(name, **fields)

    async def finish(self, **extra: Any) -> None:
        fields = dict(self.defaults)
        fields.update(extra)
        run_id = fields.get("run_id")
        await self.sender.send("finished", run=run_id, **routing_of(fields))
        await self.sender.send_raw(**fields)


async def notify(ws, user_id=None, **options):
    channel = options.get("channel", user_id)
    await ws.send_to_user(channel, {"urgent": options.get("urgent", False)})


async def main(manager, run_id, user_id, thread_id):
    sender = UpdateSender(manager)
    pipeline = Pipeline(sender, run_id=run_id, user_id=user_id, thread_id=thread_id)
    await pipeline.step("load")
    await pipeline.step("clean", rows=3)
    await pipeline.finish(ok=True)
    await notify(manager, user_id=user_id, urgent=True)
    await notify(manager, user_id=user_id, channel=run_id)
    options = {"urgent": True, "user_id": user_id}
    await notify(manager, **options)
