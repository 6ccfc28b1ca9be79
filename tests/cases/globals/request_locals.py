"""A web framework's request locals: middleware fills them, helpers read them, errors empty them."""

import asyncio
from contextvars import ContextVar
from types import SimpleNamespace
from typing import Any, Optional

_locals: ContextVar[Optional[SimpleNamespace]] = ContextVar("locals", default=None)


class Locals:
    """Reads and writes the current request's values as attributes."""

    def __getattr__(self, name: str) -> Any:
        values = _locals.get()
        if values is None:
            raise RuntimeError("outside of a request")
        return getattr(values, name, None)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(_locals.get(), name, value)


g = Locals()


class Middleware:
    def __init__(self, app, ws):
        self.app = app
        self.ws = ws

    async def __call__(self, request):
        token = _locals.set(SimpleNamespace(**request))
        try:
            return await self.app(self.ws)
        except ValueError as error:
            if g.user_id:
                await self.ws.send_to_user(g.user_id, {"error": str(error), "run": g.run_id})
            return None
        finally:
            _locals.reset(token)


async def tell_user(ws, **message):
    if g.user_id is not None:
        await ws.send_to_user(g.user_id, {"run": g.run_id, **message})


async def tell_target(ws, **message):
    target = g.target or g.user_id
    if target:
        await ws.send_to_user(target, message)


async def app(ws):
    await tell_user(ws, n=1)
    await asyncio.sleep(0)
    if g.fail:
        raise ValueError("failed")
    await tell_target(ws, n=2)


async def careless(ws):
    g.target = g.run_id
    await tell_target(ws, n=3)


async def main(manager, run_id, user_id):
    request = {"run_id": run_id, "user_id": user_id, "target": None, "fail": False}
    await Middleware(app, manager)(request)
    await Middleware(app, manager)({**request, "fail": True})
    await Middleware(careless, manager)(request)
