"""A receiver typed by a protocol."""

from typing import Protocol


class Sends(Protocol):
    async def send_to_user(self, user_id: str, message: dict) -> bool: ...


class Notifier:
    def __init__(self, channel: Sends):
        self.channel = channel

    async def notify(self, run_id, user_id):
        await self.channel.send_to_user(user_id, {"n": 1})
        await self.channel.send_to_user(run_id, {"n": 2})


async def main(manager, run_id, user_id):
    await Notifier(manager).notify(run_id, user_id)
