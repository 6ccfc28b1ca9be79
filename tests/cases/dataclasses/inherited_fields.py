"""Fields of a base dataclass come first."""

from dataclasses import dataclass


@dataclass
class Event:
    subject: str


@dataclass
class UserEvent(Event):
    owner: str = ""


async def main(manager, run_id, user_id):
    event = UserEvent(run_id, user_id)
    await manager.send_to_user(event.owner, {"subject": event.subject})
    await manager.send_to_user(event.subject, {"owner": event.owner})
