"""Contexts know their recipient; agents look at the context before they send."""

from dataclasses import dataclass
from typing import Optional


@dataclass
class RunContext:
    run_id: str
    user_id: Optional[str] = None
    thread_id: Optional[str] = None

    @property
    def has_user(self):
        return bool(self.user_id)

    @property
    def address(self):
        if self.user_id:
            return self.user_id
        return self.run_id

    @property
    def safe_address(self):
        return self.user_id if self.user_id else None


class Agent:
    def __init__(self, ws, context):
        self.ws = ws
        self.context = context

    async def started(self):
        if not self.context.user_id:
            return
        await self.ws.send_to_user(self.context.address, {"type": "started"})

    async def checked_by_property(self):
        if self.context.has_user:
            await self.ws.send_to_user(self.context.address, {"type": "checked"})

    async def careless(self):
        await self.ws.send_to_user(self.context.address, {"type": "careless"})

    async def safe(self):
        address = self.context.safe_address
        if address is not None:
            await self.ws.send_to_user(address, {"type": "safe"})

    async def threaded(self):
        context = self.context
        if context.thread_id is not None:
            await self.ws.send_to_thread(context.thread_id, {"type": "threaded"})
        elif context.has_user:
            await self.ws.send_to_user(context.user_id, {"type": "threaded"})


async def main(manager, run_id, user_id, thread_id):
    agent = Agent(manager, RunContext(run_id, user_id, thread_id))
    await agent.started()
    await agent.checked_by_property()
    await agent.careless()
    await agent.safe()
    await agent.threaded()
