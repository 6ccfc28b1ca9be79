"""Streams of updates can be cancelled; whoever listens is told how each of them ended."""

import asyncio
from dataclasses import dataclass, field
from typing import Optional


@dataclass
class Stream:
    run_id: str
    listener: str
    queue: asyncio.Queue = field(default_factory=asyncio.Queue)
    task: Optional[asyncio.Task] = None
    ended_by: Optional[str] = None

    def put(self, update):
        self.queue.put_nowait(update)

    def close(self):
        self.queue.put_nowait(None)


class Streams:
    def __init__(self, ws):
        self.ws = ws
        self.open = {}

    def start(self, run_id, listener):
        stream = Stream(run_id, listener)
        stream.task = asyncio.create_task(self._pump(stream))
        self.open[run_id] = stream
        return stream

    async def _pump(self, stream):
        try:
            while (update := await stream.queue.get()) is not None:
                await self.ws.send_to_user(stream.listener, {"run": stream.run_id, **update})
        except asyncio.CancelledError:
            stream.ended_by = "cancel"
            raise
        finally:
            self.open.pop(stream.run_id, None)

    async def cancel(self, run_id, reason):
        stream = self.open.get(run_id)
        if stream is None:
            return False
        stream.task.cancel()
        await asyncio.gather(stream.task, return_exceptions=True)
        await self.ws.send_to_user(stream.listener, {"cancelled": reason})
        return True

    async def drain(self):
        streams = list(self.open.values())
        for stream in streams:
            stream.close()
        await asyncio.gather(*(stream.task for stream in streams))
        return {stream.run_id: stream.listener for stream in streams}


async def main(manager, run_id, other_run_id, user_id):
    streams = Streams(manager)
    stream = streams.start(run_id, user_id)
    stream.put({"n": 1})
    await asyncio.sleep(0)
    await streams.cancel(run_id, "bored")
    streams.start(run_id, user_id).put({"n": 2})
    for run, listener in (await streams.drain()).items():
        await manager.send_to_user(listener, {"drained": run})
    own = streams.start(other_run_id, other_run_id)
    own.put({"n": 3})
    for run in await streams.drain():
        await manager.send_to_user(run, {"drained": True})
