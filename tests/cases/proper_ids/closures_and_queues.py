"""Closures over both ids, and a queue of events that carry both."""

import asyncio


class Producer:
    def __init__(self, queue):
        self.queue = queue

    async def produce(self, run_id, who, steps):
        for step in steps:
            await self.queue.put({"run": run_id, "who": who, "step": step})
        await self.queue.put(None)


async def consume(queue, ws):
    while (event := await queue.get()) is not None:
        await ws.send_to_user(event["who"], {"run": event["run"], "step": event["step"]})


def progress_for(ws, run_id, who):
    state = {"run": run_id, "percent": 0}

    async def advance(percent):
        state["percent"] = percent
        await ws.send_to_user(who, dict(state))

    return advance


async def main(manager, run_id, user_id):
    queue = asyncio.Queue()
    producing = asyncio.ensure_future(Producer(queue).produce(run_id, user_id, ["a", "b"]))
    await consume(queue, manager)
    await producing
    advance = progress_for(manager, run_id, user_id)
    for percent in (50, 100):
        await advance(percent)
    jobs = {run_id: progress_for(manager, run_id, "lobby")}
    await jobs[run_id](10)
    for run, report in jobs.items():
        await report(len(run))
