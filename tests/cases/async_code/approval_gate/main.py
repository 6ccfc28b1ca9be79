"""A run waits for somebody's approval; both sides are told"""

from __future__ import annotations

import asyncio

from workflow import ApprovalGate, Decision


class GuardedAgent:
    def __init__(self, gate: ApprovalGate, ws) -> None:
        self.gate = gate
        self.ws = ws

    async def run(self, run_id: str, user_id: str, approver: str) -> str:
        decision = await self.gate.request(run_id, approver, user_id)
        if decision is Decision.APPROVED:
            await self.ws.send_to_user(user_id, {"executed": run_id})
            return user_id
        return run_id


async def main(manager, run_id, user_id, flag):
    gate = ApprovalGate(manager)
    agent = GuardedAgent(gate, manager)
    task = asyncio.create_task(agent.run(run_id, user_id, "lead"))
    await asyncio.sleep(0.001)
    for run in gate.waiting_for("lead"):
        await manager.send_to_user("lead", {"waiting": run})
        await manager.send_to_user(run, {"waiting": True})
    await gate.answer(run_id, flag)
    who = await task
    await manager.send_to_user(who, {"end": True})
    await gate.answer(run_id, flag)
