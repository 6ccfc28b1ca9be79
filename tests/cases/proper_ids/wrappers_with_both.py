"""Wrappers that take run and user together, by position, keyword and dictionary."""

import functools
import logging

logger = logging.getLogger("both")


def logged(function):
    @functools.wraps(function)
    async def inner(self, run_id, *args, **kwargs):
        logger.debug("%s for %s", function.__name__, run_id)
        return await function(self, run_id, *args, **kwargs)

    return inner


class Bridge:
    def __init__(self, ws):
        self._ws = ws

    @logged
    async def started(self, run_id, user_id, *, agent="triage"):
        await self._emit(user_id, "started", run_id=run_id, agent=agent)

    @logged
    async def finished(self, run_id, user_id=None, **result):
        if user_id is None:
            logger.debug("nobody to tell of %s", run_id)
            return
        await self._emit(user_id, "finished", run_id=run_id, **result)

    async def _emit(self, target, kind, **payload):
        await self._ws.send_to_user(target, {"kind": kind, "payload": payload})


async def main(manager, run_id, user_id):
    bridge = Bridge(manager)
    await bridge.started(run_id, user_id)
    await bridge.started(run_id, user_id=user_id, agent=run_id)
    await bridge.finished(run_id, user_id, ref=run_id)
    await bridge.finished(run_id, ref=run_id)
    ids = {"run_id": run_id, "user_id": user_id}
    await bridge.finished(**ids)
    arguments = (run_id, user_id)
    await bridge.started(*arguments)
    later = functools.partial(bridge.finished, run_id)
    await later(user_id, text="done")
