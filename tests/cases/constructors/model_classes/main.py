"""Messages as models that are validated, copied and dumped"""

from __future__ import annotations

from typing import Optional

from base import Model


class StatusUpdate(Model):
    run_id: str
    user_id: Optional[str] = None
    thread_id: Optional[str] = None
    status: str = "pending"


class Envelope(Model):
    to: str
    update: StatusUpdate


class StatusPublisher:
    def __init__(self, ws) -> None:
        self.ws = ws

    async def publish(self, update: StatusUpdate) -> None:
        if update.thread_id:
            await self.ws.send_to_thread(update.thread_id, update.model_dump())
        elif update.user_id:
            await self.ws.send_to_user(update.user_id, update.model_dump())

    async def publish_raw(self, update: StatusUpdate) -> None:
        await self.ws.send_to_user(update.run_id, update.model_dump())

    async def forward(self, envelope: Envelope) -> None:
        await self.ws.send_to_user(envelope.to, {"status": envelope.update.status})


async def main(manager, run_id, user_id, thread_id):
    publisher = StatusPublisher(manager)
    update = StatusUpdate(run_id=run_id, user_id=user_id, thread_id=thread_id)
    await publisher.publish(update)
    await publisher.publish_raw(update.model_copy({"status": "running"}))
    copy = StatusUpdate.model_validate(update.model_dump())
    await manager.send_to_user(copy.user_id, {"status": copy.status})
    again = StatusUpdate.model_validate_json(copy.model_dump_json())
    await manager.send_to_user(again.run_id, {"status": again.status})
    await publisher.forward(Envelope(to=user_id, update=again))
    dumped = again.model_dump()
    await manager.send_to_user(dumped["user_id"], {"n": 1})
