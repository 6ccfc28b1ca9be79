"""Senders are prepared with ``partial`` and ``partialmethod``."""

from functools import partial, partialmethod


class Emitter:
    def __init__(self, manager):
        self.manager = manager

    async def emit(self, target, kind, **body):
        if target:
            await self.manager.send_to_user(target, {"kind": kind, **body})

    started = partialmethod(emit, kind="started")


async def main(manager, run_id, user_id):
    emitter = Emitter(manager)
    to_user = partial(emitter.emit, user_id)
    await to_user("started", run_id=run_id)
    to_run = partial(emitter.emit, run_id, kind="x")
    await to_run()
    await emitter.started(user_id)
    send = partial(manager.send_to_user, message={"n": 1})
    await send(run_id)
