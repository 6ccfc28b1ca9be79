"""A coordinator starts sub-agents side by side, gathers their results and tells who asked."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class Task:
    run_id: str
    parent_run_id: str
    requester: str
    name: str
    result: dict = field(default_factory=dict)


class SubAgent:
    def __init__(self, ws, name):
        self.ws = ws
        self.name = name

    async def run(self, task):
        await self.ws.send_to_user(task.requester, {"started": task.run_id, "by": self.name})
        await asyncio.sleep(0)
        task.result = {"by": self.name, "run_id": task.run_id, "notify": task.parent_run_id}
        return task


class Coordinator:
    def __init__(self, ws, names):
        self.ws = ws
        self.agents = {name: SubAgent(ws, name) for name in names}
        self.pending = {}

    def plan(self, run_id, requester):
        for number, name in enumerate(self.agents):
            yield Task(f"{run_id}-{number}", run_id, requester, name)

    async def coordinate(self, run_id, requester):
        tasks = list(self.plan(run_id, requester))
        for task in tasks:
            self.pending[task.run_id] = task
        done = await asyncio.gather(*(self.agents[task.name].run(task) for task in tasks))
        for task in done:
            del self.pending[task.run_id]
        await self.ws.send_to_user(requester, {"done": [task.run_id for task in done]})
        return {task.name: task.result for task in done}

    async def first_done(self, run_id, requester):
        jobs = {
            asyncio.create_task(self.agents[task.name].run(task)): task
            for task in self.plan(run_id, requester)
        }
        finished, waiting = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
        for job in waiting:
            await job
        winner = jobs[finished.pop()]
        await self.ws.send_to_user(winner.requester, {"winner": winner.run_id})
        return winner


async def main(manager, run_id, user_id):
    coordinator = Coordinator(manager, ["reader", "writer"])
    results = await coordinator.coordinate(run_id, user_id)
    for name, result in results.items():
        await manager.send_to_user(user_id, {"name": name, "result": result["run_id"]})
    winner = await coordinator.first_done(run_id, user_id)
    await manager.send_to_user(winner.result["notify"], {"n": 1})
    await manager.send_to_user(winner.parent_run_id, {"n": 2})
