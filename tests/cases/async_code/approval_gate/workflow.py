from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import IntEnum


class Decision(IntEnum):
    PENDING = 0
    APPROVED = 1
    REJECTED = 2


@dataclass
class Approval:
    run_id: str
    approver: str
    requester: str
    decision: Decision = Decision.PENDING
    event: asyncio.Event = field(default_factory=asyncio.Event)

    def decide(self, approved: bool) -> None:
        self.decision = Decision.APPROVED if approved else Decision.REJECTED
        self.event.set()


class ApprovalGate:
    def __init__(self, ws) -> None:
        self.ws = ws
        self.open: dict[str, Approval] = {}

    async def request(self, run_id: str, approver: str, requester: str) -> Decision:
        approval = self.open[run_id] = Approval(run_id, approver, requester)
        await self.ws.send_to_user(approver, {"approve": run_id})
        try:
            await asyncio.wait_for(approval.event.wait(), timeout=1)
        except asyncio.TimeoutError:
            await self.ws.send_to_user(requester, {"timeout": run_id})
        return approval.decision

    async def answer(self, run_id: str, approved: bool) -> None:
        approval = self.open.pop(run_id, None)
        if approval is None:
            return
        approval.decide(approved)
        await self.ws.send_to_user(approval.requester, {"decision": approval.decision.name})
        if not approved:
            await self.ws.send_to_user(approval.run_id, {"rejected": True})

    def waiting_for(self, approver: str) -> list[str]:
        return [run for run, approval in self.open.items() if approval.approver == approver]
