from __future__ import annotations

from typing import Any

from container import Container
from messages import AgentMessage, audience, render


class Workflow:
    def __init__(self, user_sender: Any, thread_sender: Any, label: str) -> None:
        self.user_sender = user_sender
        self.thread_sender = thread_sender
        self.label = label

    @classmethod
    def from_container(cls, container: Container, label: str = "") -> Workflow:
        return cls(container.resolve("user_sender"), container.resolve("thread_sender"), label)

    async def begin(self, message: AgentMessage) -> None:
        await self.user_sender.send(audience(message), render(message))
        await self.thread_sender.send(message.thread_id, {"label": self.label})

    async def end(self, message: AgentMessage) -> None:
        await self.thread_sender.send(audience(message), render(message))
        await self.user_sender.send(audience(message), {"label": self.label})

    async def crash(self, message: AgentMessage) -> None:
        await self.user_sender.send(audience(message), render(message))
        data = render(message)
        await self.thread_sender.send(data["run"], data)
