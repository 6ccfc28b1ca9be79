"""A message object that knows its run."""

from dataclasses import dataclass


@dataclass
class WebSocketMessage:
    type: str
    run_id: str
    user_id: str


async def main(manager, run_id, user_id):
    message = WebSocketMessage("agent_started", run_id, user_id)
    await manager.send_to_user(message.user_id, message)
