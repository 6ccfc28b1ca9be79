"""An enum tells how an event is addressed."""

from dataclasses import dataclass
from enum import Enum, auto


class Audience(Enum):
    USER = auto()
    THREAD = auto()
    INTERNAL = auto()

    @classmethod
    def of(cls, value):
        if value.startswith("run_"):
            return cls.INTERNAL
        if value.startswith("thread_"):
            return cls.THREAD
        return cls.USER


@dataclass
class Event:
    audience: Audience
    address: str

    @property
    def routable(self):
        return self.audience is not Audience.INTERNAL


async def publish(manager, event):
    match event.audience:
        case Audience.USER:
            await manager.send_to_user(event.address, {"n": 1})
        case Audience.THREAD:
            await manager.send_to_thread(event.address, {"n": 2})
        case _:
            print("internal", event.address)


async def main(manager, run_id, user_id, thread_id):
    for address in (run_id, user_id, thread_id):
        if address:
            await publish(manager, Event(Audience.of(address), address))
    await publish(manager, Event(Audience.USER, run_id))
    internal = Event(Audience.INTERNAL, run_id)
    if internal.routable:
        await manager.send_to_user(internal.address, {"n": 3})
    mine = Event(Audience.of(user_id or "user_nobody"), user_id)
    if mine.routable:
        await manager.send_to_user(mine.address, {"n": 4})
    await manager.send_to_user(internal.address, {"n": 5})
