"""Sends are gathered over comprehensions, dictionaries and results of sub-agents."""

import asyncio


class SubAgent:
    def __init__(self, name, context):
        self.name = name
        self.context = context

    async def execute(self):
        return {"agent": self.name, **self.context}


async def broadcast(ws, recipients, message):
    await asyncio.gather(*(ws.send_to_user(who, message) for who in recipients))


async def main(manager, run_id, user_id):
    context = {"job": run_id, "owner": user_id}
    agents = [SubAgent(name, context) for name in ("triage", "data")]
    results = await asyncio.gather(*[agent.execute() for agent in agents])
    for result in results:
        await manager.send_to_user(result["owner"], {"agent": result["agent"]})
        await manager.send_to_user(result["job"], {"agent": result["agent"]})
    await broadcast(manager, [result["owner"] for result in results], {"n": 1})
    await broadcast(manager, {result["job"] for result in results}, {"n": 2})
    tasks = {name: asyncio.create_task(SubAgent(name, context).execute()) for name in ("a", "b")}
    done = dict(zip(tasks, await asyncio.gather(*tasks.values())))
    await manager.send_to_user(done["a"]["owner"], {"n": 3})
    await manager.send_to_user(done["b"]["job"], {"n": 4})
    first, *_ = [await task for task in tasks.values()]
    await manager.send_to_user(first["job"], {"n": 5})
