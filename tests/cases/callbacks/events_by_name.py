"""A manager of handlers calls the method of each event by its name, as chains' callbacks are"""

from __future__ import annotations


class Handler:
    async def on_start(self, name, run_id, user_id=None): ...

    async def on_end(self, name, run_id, user_id=None): ...

    async def flush(self): ...


class HandlerManager:
    def __init__(self, handlers):
        self.handlers = list(handlers)

    async def _each(self, event, *args, **kwargs):
        for handler in self.handlers:
            await getattr(handler, event)(*args, **kwargs)

    async def on_start(self, name, run_id, user_id=None):
        await self._each("on_start", name, run_id, user_id)

    async def on_end(self, name, **ids):
        await self._each("on_end", name, **ids)

    async def flush(self):
        await self._each("flush")


class Spans(Handler):
    def __init__(self, report):
        self.report = report
        self.names = {}
        self.owners = {}

    async def on_start(self, name, run_id, user_id=None):
        self.names.setdefault(run_id, []).append(name)
        self.owners[run_id] = user_id

    async def flush(self):
        for key, names in self.names.items():
            await self.report(key, {"spans": names})
            owner = self.owners[key]
            if owner:
                await self.report(owner, {"spans": len(names)})


class Progress(Handler):
    def __init__(self, ws):
        self.ws = ws

    async def on_start(self, name, run_id, user_id=None):
        if user_id:
            await self.ws.send_to_user(user_id, {"started": name, "run": run_id})

    async def on_end(self, name, run_id, user_id=None):
        await self.ws.send_to_user(user_id or run_id, {"ended": name})


async def main(manager, run_id, user_id):
    handlers = HandlerManager([Spans(manager.send_to_user), Progress(manager)])
    await handlers.on_start("load", run_id, user_id)
    await handlers.on_end("load", run_id=run_id, user_id=user_id)
    await handlers.flush()
