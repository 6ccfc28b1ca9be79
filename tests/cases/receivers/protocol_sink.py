"""A protocol describes the sink; two classes implement it."""

from typing import Protocol


class Sink(Protocol):
    async def push(self, target: str, body: dict) -> bool: ...


class SocketSink:
    def __init__(self, manager):
        self._manager = manager

    async def push(self, target, body):
        return await self._manager.send_to_user(target, body)


class LogSink:
    def __init__(self):
        self.lines = []

    async def push(self, target, body):
        self.lines.append((target, body))
        return True


class Agent:
    def __init__(self, sink: Sink, run_id):
        self.sink = sink
        self.run_id = run_id

    async def done(self):
        await self.sink.push(self.run_id, {"n": 1})


async def main(manager, run_id, user_id):
    await Agent(SocketSink(manager), run_id).done()
    await Agent(LogSink(), run_id).done()
    if user_id:
        await SocketSink(manager).push(user_id, {"n": 2})
