"""A state machine of a run calls back when a phase is entered"""

from __future__ import annotations

from dataclasses import dataclass

from fsm import IllegalTransition, Machine, Phase


@dataclass
class RunRecord:
    run_id: str
    user_id: str | None
    thread_id: str | None


def watch(machine: Machine, ws) -> Machine:
    @machine.on_enter(Phase.RUNNING)
    async def started(record):
        if record.thread_id:
            await ws.send_to_thread(record.thread_id, {"phase": "running", "run": record.run_id})

    @machine.on_enter(Phase.DONE)
    async def done(record):
        await ws.send_to_user(record.user_id, {"phase": "done"})

    @machine.on_enter(Phase.FAILED)
    async def failed(record):
        await ws.send_to_user(record.run_id, {"phase": "failed"})

    machine.on_enter(Phase.FAILED)(Escalation(ws, "operator").escalate)
    return machine


class Escalation:
    def __init__(self, ws, operator: str) -> None:
        self.ws = ws
        self.operator = operator

    async def escalate(self, record: RunRecord) -> None:
        await self.ws.send_to_user(self.operator, {"failed": record.run_id})


async def main(manager, run_id, user_id, thread_id, flag):
    record = RunRecord(run_id, user_id, thread_id)
    machine = watch(Machine(record), manager)
    await machine.to(Phase.RUNNING)
    await machine.to(Phase.DONE if flag else Phase.FAILED)
    try:
        await machine.to(Phase.RUNNING)
    except IllegalTransition as error:
        await manager.send_to_user(machine.subject.user_id, {"error": str(error)})
        await manager.send_to_thread(machine.subject.run_id, {"error": str(error)})
