"""A supervisor delegates to workers, reports their progress and escalates failures."""

import asyncio
from abc import ABC, abstractmethod
from dataclasses import dataclass, field


@dataclass
class WorkOrder:
    run_id: str
    user_id: str
    thread_id: str
    goal: str
    attempts: int = 0
    notes: list[str] = field(default_factory=list)


class Worker(ABC):
    name = "worker"

    def __init__(self, manager):
        self.manager = manager
        self._supervisor = None

    def attach(self, supervisor):
        self._supervisor = supervisor
        return self

    def progress_target(self, order: WorkOrder) -> str:
        return order.user_id

    @abstractmethod
    async def perform(self, order: WorkOrder) -> dict:
        """Do the work and give back a result."""

    async def run(self, order: WorkOrder) -> dict:
        target = self.progress_target(order)
        if target:
            await self.manager.send_to_user(
                target, {"type": "started", "worker": self.name, "run_id": order.run_id}
            )
        try:
            result = await self.perform(order)
        except Exception as error:
            await self._supervisor.escalate(self, order, error)
            raise
        return result


class Researcher(Worker):
    name = "researcher"

    async def perform(self, order: WorkOrder) -> dict:
        order.notes.append(f"looked at {order.goal}")
        return {"notes": list(order.notes), "run_id": order.run_id}


class Reviewer(Worker):
    name = "reviewer"

    def progress_target(self, order: WorkOrder) -> str:
        if order.attempts:
            return order.user_id
        return order.run_id

    async def perform(self, order: WorkOrder) -> dict:
        if not order.notes:
            raise ValueError("nothing to review")
        return {"ok": True}


class Supervisor:
    def __init__(self, manager):
        self.manager = manager
        self.workers = {
            worker.name: worker.attach(self) for worker in (Researcher(manager), Reviewer(manager))
        }
        self.failures = {}

    async def escalate(self, worker, order, error):
        self.failures.setdefault(order.run_id, []).append((worker.name, str(error)))
        recipient = order.thread_id
        await self.manager.send_to_thread(
            recipient, {"type": "escalated", "by": worker.name, "run": order.run_id}
        )

    async def delegate(self, name, order):
        worker = self.workers[name]
        return await worker.run(order)

    async def summarise(self, order):
        for failed_run, entries in self.failures.items():
            message = {"run_id": failed_run, "failures": entries}
            await self.manager.send_to_user(order.user_id, message)
            await self.manager.send_message(failed_run, message)


async def main(manager, run_id, user_id, thread_id):
    supervisor = Supervisor(manager)
    order = WorkOrder(run_id, user_id, thread_id, "prices")
    try:
        await supervisor.delegate("reviewer", order)
    except ValueError:
        order.attempts += 1
    await asyncio.sleep(0)
    await supervisor.delegate("researcher", order)
    await supervisor.summarise(order)
