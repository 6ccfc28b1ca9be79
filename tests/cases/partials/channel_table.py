"""Routes by kind of event in a table of functions, as configuration would give it"""

from __future__ import annotations

import logging
from functools import partial
from types import SimpleNamespace
from typing import Any, Callable, Mapping

log = logging.getLogger("channels")

CONFIG: Mapping[str, Mapping[str, Any]] = {
    "progress": {"to": "thread", "throttle": 1},
    "billing": {"to": "user", "throttle": 0},
    "trace": {"to": "run", "throttle": 0},
    "noise": {"to": None},
}


def pick_thread(ctx: SimpleNamespace) -> str | None:
    return getattr(ctx, "thread_id", None)


def pick_user(ctx: SimpleNamespace) -> str | None:
    return getattr(ctx, "user_id", None)


def pick_run(ctx: SimpleNamespace) -> str | None:
    return getattr(ctx, "run_id", None)


PICKERS: dict[str, Callable[[SimpleNamespace], str | None]] = {
    "thread": pick_thread,
    "user": pick_user,
    "run": pick_run,
}


class ChannelTable:
    def __init__(self, ws, config=CONFIG) -> None:
        self.ws = ws
        self.senders = {"thread": ws.send_to_thread, "user": ws.send_to_user}
        self.routes = {}
        for kind, options in config.items():
            if options["to"] in self.senders:
                self.routes[kind] = partial(self._route, options["to"])

    async def _route(self, to: str, ctx: SimpleNamespace, message: dict) -> None:
        recipient = PICKERS[to](ctx)
        if recipient is not None:
            await self.senders[to](recipient, message)

    async def publish(self, kind: str, ctx: SimpleNamespace, **message: Any) -> None:
        route = self.routes.get(kind)
        if route is None:
            log.debug("no route for %s of %s", kind, ctx.run_id)
            return
        await route(ctx, {"kind": kind, **message})

    async def publish_trace(self, ctx: SimpleNamespace) -> None:
        await self.ws.send_to_user(pick_run(ctx), {"kind": "trace"})

    async def publish_billing(self, ctx: SimpleNamespace) -> None:
        await self.ws.send_to_user(pick_user(ctx), {"kind": "billing", "run": pick_run(ctx)})


async def main(manager, run_id, user_id, thread_id):
    ctx = SimpleNamespace(run_id=run_id, user_id=user_id, thread_id=thread_id)
    table = ChannelTable(manager)
    for kind in CONFIG:
        await table.publish(kind, ctx, n=len(kind))
    await table.publish_trace(ctx)
    await table.publish_billing(ctx)
    await manager.send_to_thread(pick_thread(ctx), {"end": True})
