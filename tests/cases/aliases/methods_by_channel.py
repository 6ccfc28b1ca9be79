"""Send methods are kept under names: in tables, on objects, in a strategy for each channel."""

from dataclasses import dataclass
from typing import Any, Awaitable, Callable

Send = Callable[[str, dict], Awaitable[Any]]


@dataclass(frozen=True)
class Strategy:
    field: str
    send: Send

    def address(self, ids):
        return ids.get(self.field)


class Channels:
    def __init__(self, manager):
        self.strategies = {
            "user": Strategy("user_id", manager.send_to_user),
            "thread": Strategy("thread_id", manager.send_to_thread),
        }
        self.legacy = Strategy("run_id", manager.send_message)

    async def send(self, name, ids, message):
        strategy = self.strategies[name]
        address = strategy.address(ids)
        if address:
            await strategy.send(address, message)

    async def send_everywhere(self, ids, message):
        for strategy in self.strategies.values():
            address = strategy.address(ids)
            if address:
                await strategy.send(address, message)

    async def send_legacy(self, ids, message):
        address = self.legacy.address(ids)
        await self.legacy.send(address, message)


def choose(manager, ids):
    if ids.get("thread_id"):
        return manager.send_to_thread, ids["thread_id"]
    return manager.send_to_user, ids["user_id"]


def choose_badly(manager, ids):
    if ids.get("thread_id"):
        return manager.send_to_thread, ids["thread_id"]
    return manager.send_to_user, ids["run_id"]


async def main(manager, run_id, user_id, thread_id):
    ids = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}
    channels = Channels(manager)
    await channels.send("user", ids, {"n": 1})
    await channels.send("thread", ids, {"n": 2})
    await channels.send_everywhere(ids, {"n": 3})
    send, address = choose(manager, ids)
    await send(address, {"n": 4})
    await channels.send_legacy(ids, {"n": 5})
    send, address = choose_badly(manager, ids)
    await send(address, {"n": 6})
