"""An agent hands its own field to a notifier that a protocol declares"""
from __future__ import annotations
from typing import Protocol


class Notifier(Protocol):
    async def notify(self, user_id: str, message: dict) -> bool: ...


class Direct:
    def __init__(self, manager):
        self.manager = manager

    async def notify(self, user_id: str, message: dict) -> bool:
        return await self.manager.send_to_user(user_id, message)


class Agent:
    def __init__(self, run_id: str, user_id: str, notifier: Notifier) -> None:
        self.run_id = run_id
        self.user_id = user_id
        self.notifier = notifier

    async def perform(self):
        await self.notifier.notify(self.user_id, {"a": 1})


async def main(manager, run_id, user_id):
    agent = Agent(run_id, run_id, Direct(manager))
    await agent.perform()
    right = Agent(run_id, user_id, Direct(manager))
    await right.perform()
