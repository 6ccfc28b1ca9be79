"""What stores a recipient is only known by its protocol, and read by who knows its class"""

from __future__ import annotations

from typing import Protocol


class Sink(Protocol):
    def keep(self, who: str) -> None: ...


class Box:
    def __init__(self) -> None:
        self.items: list[str] = []

    def keep(self, who: str) -> None:
        self.items.append(who)


class Agent:
    def __init__(self, sink: Sink) -> None:
        self.sink = sink

    def work(self, who: str) -> None:
        self.sink.keep(who)


async def main(manager, run_id, user_id):
    box, other = Box(), Box()
    Agent(box).work(run_id)
    Agent(other).work(user_id)
    for who in box.items:
        await manager.send_to_user(who, {"type": "done"})
    for who in other.items:
        await manager.send_to_user(who, {"type": "done"})
