"""Receivers annotated as optional, as a union and as a string."""

from __future__ import annotations

from typing import Any, Optional, Union


class RealManager:
    def __init__(self, transport):
        self.transport = transport

    async def send_to_user(self, user_id, message):
        await self.transport.deliver(user_id, message)


class Agent:
    ws: Optional["RealManager"] = None

    def attach(self, ws: Union[RealManager, None]) -> None:
        self.ws = ws

    async def go(self, x, y):
        if self.ws is None:
            return
        await self.ws.send_to_user(x, {"about": y})
        await self.ws.send_to_user(y, {"about": x})


async def plain(ws: Any, x: str):
    await ws.send_to_user(x, {"n": 3})


async def main(manager, run_id, user_id):
    agent = Agent()
    await agent.go(run_id, user_id)
    agent.attach(RealManager(manager))
    await agent.go(user_id, run_id)
    await plain(manager, run_id)
