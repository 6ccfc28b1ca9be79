from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4


@dataclass
class Job(ABC):
    @property
    def name(self) -> str:
        return type(self).__name__.removesuffix("Job").lower()

    @abstractmethod
    async def perform(self, ws: Any) -> None: ...


@dataclass
class NotifyJob(Job):
    recipient: str
    message: dict[str, Any]
    job_id: str = field(default_factory=lambda: uuid4().hex)

    async def perform(self, ws: Any) -> None:
        if self.recipient:
            await ws.send_to_user(self.recipient, {**self.message, "job": self.job_id})


@dataclass
class ReportJob(Job):
    run_id: str
    room: str

    async def perform(self, ws: Any) -> None:
        await ws.send_to_thread(self.room, {"report": self.run_id})


@dataclass
class CleanupJob(Job):
    recipient: str

    async def perform(self, ws: Any) -> None:
        await ws.send_to_user(self.recipient, {"cleaned": True})
