"""A gateway that is a dataclass; its method takes an envelope and a recipient."""

from dataclasses import dataclass
from typing import Any


@dataclass
class Envelope:
    kind: str
    subject: str


@dataclass
class Gateway:
    transport: Any
    prefix: str = "agent"

    async def send_message(self, envelope: Envelope, user_id: str) -> None:
        body = {"kind": f"{self.prefix}.{envelope.kind}", "subject": envelope.subject}
        await self.transport.send_to_user(user_id, body)


async def main(manager, run_id, user_id):
    gateway = Gateway(manager)
    await gateway.send_message(Envelope("done", run_id), user_id)
    await gateway.send_message(Envelope("done", user_id), run_id)
    await gateway.send_message(user_id=user_id, envelope=Envelope(kind=run_id, subject=run_id))
