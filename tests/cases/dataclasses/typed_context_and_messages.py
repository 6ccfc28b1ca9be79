"""A typed dictionary travels as a context; messages are slotted dataclasses made from it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import Any, Optional, TypedDict


class ContextDict(TypedDict, total=False):
    run_id: str
    user_id: str
    thread_id: str
    reply_channel: str


class Audience(str, Enum):
    USER = "user"
    THREAD = "thread"


@dataclass(slots=True)
class OutboundMessage:
    audience: Audience
    recipient: str
    payload: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def for_context(cls, context: ContextDict, **payload: Any) -> Optional[OutboundMessage]:
        if context.get("thread_id"):
            return cls(Audience.THREAD, context["thread_id"], payload)
        if user := context.get("user_id"):
            return cls(Audience.USER, user, payload)
        return None

    @classmethod
    def reply(cls, context: ContextDict, **payload: Any) -> OutboundMessage:
        recipient = context.get("reply_channel") or context["run_id"]
        return cls(audience=Audience.USER, recipient=recipient, payload=payload)


class MessageBus:
    def __init__(self, ws):
        self.ws = ws
        self.sent: list[dict[str, Any]] = []

    async def send(self, message: Optional[OutboundMessage]) -> bool:
        if message is None:
            return False
        self.sent.append(asdict(message))
        match message.audience:
            case Audience.USER:
                return await self.ws.send_to_user(message.recipient, message.payload)
            case Audience.THREAD:
                return await self.ws.send_to_thread(message.recipient, message.payload)
        return False

    async def resend(self):
        for record in self.sent:
            if record["audience"] is Audience.USER:
                await self.ws.send_to_user(record["recipient"], record["payload"])


async def main(manager, run_id, user_id, thread_id):
    context: ContextDict = {"run_id": run_id, "user_id": user_id, "thread_id": thread_id}
    bus = MessageBus(manager)
    await bus.send(OutboundMessage.for_context(context, run=run_id))
    await bus.send(OutboundMessage(Audience.USER, context["user_id"], {"run": context["run_id"]}))
    await bus.resend()
    replying: ContextDict = {**context, "reply_channel": user_id}
    other = MessageBus(manager)
    await other.send(OutboundMessage.reply(replying, n=1))
    await other.send(OutboundMessage.reply(context, n=2))
