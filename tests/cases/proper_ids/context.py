"""A context with all ids, used as it should be."""

from dataclasses import dataclass
from typing import Optional


@dataclass
class ExecutionContext:
    run_id: str
    thread_id: Optional[str] = None
    user_id: Optional[str] = None


class Agent:
    def __init__(self, websocket_manager):
        self.websocket_manager = websocket_manager

    async def send_status(self, context, status):
        message = {"status": status, "run_id": context.run_id}
        if context.thread_id:
            await self.websocket_manager.send_to_thread(context.thread_id, message)
        elif context.user_id:
            await self.websocket_manager.send_to_user(context.user_id, message)


async def main(manager, run_id, thread_id, user_id):
    await Agent(manager).send_status(ExecutionContext(run_id, thread_id, user_id), "ok")
