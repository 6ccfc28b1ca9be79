from __future__ import annotations

from . import Command, Notification
from .bus import Bus


class ExecutionService:
    def __init__(self, bus: Bus) -> None:
        self.bus = bus

    async def started(self, command: Command) -> None:
        for topic, recipient in (("user", command.user_id), ("thread", command.thread_id)):
            await self.bus.publish(
                Notification(topic, command.run_id, recipient, {"event": "started"})
            )

    async def finished(self, command: Command) -> None:
        note = Notification("user", command.run_id, data={"event": "finished"})
        note.recipient = command.user_id
        await self.bus.publish(note)

    async def aborted(self, command: Command) -> None:
        recipient = command.user_id or command.run_id
        await self.bus.publish(Notification("user", command.run_id, recipient))
