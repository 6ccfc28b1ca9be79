"""An event emitter with exact and wildcard listeners; the payload names whom to tell."""

import asyncio
import fnmatch
from collections import defaultdict
from functools import partial


class EventEmitter:
    def __init__(self):
        self._exact = defaultdict(list)
        self._patterns = []

    def on(self, event, listener):
        if "*" in event:
            self._patterns.append((event, listener))
        else:
            self._exact[event].append(listener)
        return lambda: self.off(event, listener)

    def off(self, event, listener):
        if listener in self._exact[event]:
            self._exact[event].remove(listener)

    async def emit(self, event, **payload):
        listeners = list(self._exact[event])
        listeners += [one for pattern, one in self._patterns if fnmatch.fnmatch(event, pattern)]
        await asyncio.gather(*(listener(event=event, **payload) for listener in listeners))


class UserChannel:
    def __init__(self, ws):
        self.ws = ws

    async def completed(self, event, user_id, run_id, **extra):
        await self.ws.send_to_user(user_id, {"event": event, "run": run_id, **extra})

    async def failed(self, event, user_id=None, run_id=None, reason="", **_):
        target = user_id if user_id is not None else run_id
        await self.ws.send_to_user(target, {"event": event, "reason": reason})

    async def archive(self, log, event, **payload):
        log.append((event, payload.get("run_id")))


async def forward_to_thread(ws, event, thread_id="", **payload):
    if thread_id:
        await ws.send_to_thread(thread_id, {"event": event, "run": payload.get("run_id")})


async def main(manager, run_id, user_id, thread_id):
    emitter = EventEmitter()
    channel = UserChannel(manager)
    log = []
    emitter.on("run.completed", channel.completed)
    stop = emitter.on("run.failed", channel.failed)
    emitter.on("run.*", partial(channel.archive, log))
    emitter.on("run.*", partial(forward_to_thread, manager))
    await emitter.emit("run.completed", user_id=user_id, run_id=run_id, thread_id=thread_id)
    await emitter.emit("run.failed", user_id=user_id, run_id=run_id, reason="timeout")
    stop()
    for event, run in log:
        await manager.send_to_user(user_id, {"event": event, "run": run})
