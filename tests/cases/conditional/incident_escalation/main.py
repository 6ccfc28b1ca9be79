"""Incidents of runs are escalated to people by a policy"""

from __future__ import annotations

from policy import EscalationPolicy, Incident, Severity


class IncidentService:
    def __init__(self, ws, policy: EscalationPolicy) -> None:
        self.ws = ws
        self.policy = policy
        self.open: list[Incident] = []

    async def raise_incident(self, run_id, title, severity=Severity.WARNING, assignee=None):
        incident = Incident(run_id, severity, title, assignee)
        self.open.append(incident)
        await self._page(incident)
        return incident

    async def _page(self, incident: Incident) -> None:
        for person in self.policy.responders(incident):
            await self.ws.send_to_user(person, {"title": incident.title, "run": incident.source})

    async def escalate(self) -> None:
        for incident in self.open:
            incident.escalate()
            await self._page(incident)
            if incident.severity is Severity.CRITICAL:
                await self.ws.send_to_user(incident.source, {"critical": incident.title})

    async def resolve(self, incident: Incident) -> None:
        self.open.remove(incident)
        to = incident.assignee if incident.assignee is not None else incident.source
        await self.ws.send_to_user(to, {"resolved": incident.title})


async def main(manager, run_id, user_id):
    policy = EscalationPolicy({Severity.WARNING: ["oncall"], Severity.CRITICAL: ["lead", "cto"]})
    service = IncidentService(manager, policy)
    incident = await service.raise_incident(run_id, "slow", assignee=user_id)
    await service.escalate()
    await service.resolve(incident)
    await manager.send_to_user(user_id, {"history": incident.history, "run": incident.source})
