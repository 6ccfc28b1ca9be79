"""The protocol says `run_id`, and the implementation says it as well."""

from typing import Protocol


class RunChannel(Protocol):
    async def send_message(self, run_id: str, message: dict) -> None: ...


class MemoryChannel:
    def __init__(self, ws, owners):
        self.ws = ws
        self.owners = owners

    async def send_message(self, run_id: str, message: dict) -> None:
        await self.ws.send_to_user(self.owners.get(run_id, "operator"), message)


class Worker:
    def __init__(self, channel: RunChannel):
        self.channel = channel

    async def work(self, run_id):
        await self.channel.send_message(run_id, {"n": 1})


async def main(manager, run_id, user_id):
    await Worker(MemoryChannel(manager, {run_id: user_id})).work(run_id)
