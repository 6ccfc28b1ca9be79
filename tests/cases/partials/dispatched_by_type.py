"""`singledispatch` chooses who is told by the event's type; methods are bound in part."""

from dataclasses import dataclass
from functools import partial, partialmethod, singledispatch, singledispatchmethod


@dataclass
class Started:
    owner: str


@dataclass
class Traced:
    job: str


@singledispatch
def audience(event):
    raise TypeError(event)


@audience.register
def _(event: Started):
    return event.owner


@audience.register(Traced)
def _traced(event):
    return event.job


class Emitter:
    def __init__(self, ws):
        self.ws = ws

    async def emit(self, kind, to, *, final=False):
        await self.ws.send_to_user(to, {"kind": kind, "final": final})

    progress = partialmethod(emit, "progress")
    done = partialmethod(emit, "done", final=True)

    @singledispatchmethod
    async def on(self, event):
        raise TypeError(event)

    @on.register
    async def _(self, event: Started):
        await self.done(event.owner)

    @on.register
    async def _on_traced(self, event: Traced):
        await self.done(event.job)


async def main(manager, run_id, user_id):
    emitter = Emitter(manager)
    await manager.send_to_user(audience(Started(user_id)), {"n": 1})
    await manager.send_to_user(audience(Traced(run_id)), {"n": 2})
    await emitter.progress(user_id)
    await emitter.progress(run_id)
    await emitter.on(Started(user_id))
    await emitter.on(Traced(run_id))
    finish = partial(emitter.done, to=user_id)
    await finish()
    finish = partial(emitter.emit, "late")
    await finish(run_id)
