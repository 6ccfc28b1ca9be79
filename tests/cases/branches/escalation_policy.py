"""An escalation policy decides by level, time and attempts who is told next."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Optional


class Level(IntEnum):
    INFO = 0
    WARNING = 1
    CRITICAL = 2


@dataclass
class Incident:
    run_id: str
    owner: Optional[str]
    room: Optional[str]
    level: Level = Level.INFO
    attempts: int = 0
    acknowledged_by: Optional[str] = None


@dataclass
class Policy:
    on_call: list[str] = field(default_factory=lambda: ["oncall-1", "oncall-2"])

    def recipient(self, incident: Incident) -> Optional[str]:
        if incident.acknowledged_by is not None:
            return incident.acknowledged_by
        if incident.level >= Level.CRITICAL:
            return self.on_call[incident.attempts % len(self.on_call)]
        return incident.owner

    def route(self, incident: Incident):
        if incident.level == Level.WARNING and incident.room:
            return "room", incident.room
        recipient = self.recipient(incident)
        return ("person", recipient) if recipient else ("log", incident.run_id)


class Escalator:
    def __init__(self, ws, policy=None):
        self.ws = ws
        self.policy = policy or Policy()
        self.log = []

    async def escalate(self, incident: Incident) -> str:
        incident.attempts += 1
        where, target = self.policy.route(incident)
        if where == "log":
            self.log.append(target)
            return where
        if where == "room":
            await self.ws.send_to_thread(target, {"incident": incident.run_id})
        else:
            await self.ws.send_to_user(target, {"incident": incident.run_id})
        return where

    async def until_acknowledged(self, incident: Incident, limit: int = 3) -> None:
        while incident.acknowledged_by is None and incident.attempts < limit:
            await self.escalate(incident)

    async def close(self, incident: Incident) -> None:
        _, target = self.policy.route(incident)
        await self.ws.send_to_user(target, {"closed": True})


async def main(manager, run_id, user_id, thread_id):
    escalator = Escalator(manager)
    await escalator.escalate(Incident(run_id, user_id, thread_id))
    await escalator.escalate(Incident(run_id, user_id, thread_id, Level.WARNING))
    await escalator.until_acknowledged(Incident(run_id, user_id, None, Level.CRITICAL))
    await escalator.escalate(Incident(run_id, user_id, None, acknowledged_by=user_id))
    for run in escalator.log:
        await manager.send_to_user(user_id, {"unheard": run})
    await escalator.close(Incident(run_id, None, None))
