"""A platform's own connection manager in front of a transport"""

from __future__ import annotations

from connections import ConnectionManager


class ChatAgent:
    def __init__(self, manager: ConnectionManager) -> None:
        self.manager = manager

    async def reply(self, run_id: str, user_id: str, thread_id: str) -> None:
        await self.manager.send_to_thread(thread_id, {"text": "hi", "run": run_id})
        await self.manager.send_to_user(user_id, {"text": "hi"})

    async def log(self, run_id: str) -> None:
        await self.manager.send_to_user(run_id, {"log": True})


async def main(manager, run_id, thread_id):
    user_id = "user_17"
    connections = ConnectionManager(manager)
    if thread_id:
        connections.connect(user_id, thread_id)
    agent = ChatAgent(connections)
    await agent.reply(run_id, user_id, thread_id or "thread_none")
    await agent.log(run_id)
    await connections.flush()
