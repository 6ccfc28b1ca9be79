"""Tasks are named, kept and told about in callbacks when they are done."""

import asyncio


class Runner:
    def __init__(self, ws):
        self.ws = ws
        self.tasks = {}
        self.background = set()

    def spawn(self, coroutine):
        task = asyncio.create_task(coroutine)
        self.background.add(task)
        task.add_done_callback(self.background.discard)
        return task

    def start(self, job, owner):
        task = self.spawn(self.work(job, owner))
        self.tasks[job] = (task, owner)
        task.add_done_callback(lambda done: self.finished(done, job, owner))

    async def work(self, job, owner):
        await asyncio.sleep(0)
        return {"job": job, "owner": owner}

    def finished(self, task, job, owner):
        result = task.result()
        self.spawn(self.tell(result["owner"], "finished"))
        self.spawn(self.tell(result["job"], "traced"))
        self.spawn(self.tell(job, "closed"))
        self.spawn(self.tell(owner, "closed"))

    async def tell(self, who, text):
        await self.ws.send_to_user(who, {"text": text})

    async def drain(self):
        for job, (task, owner) in self.tasks.items():
            await task
            await self.tell(owner, "drained")
            await self.tell(job, "drained")
        await asyncio.sleep(0)
        while self.background:
            await asyncio.gather(*self.background)


async def main(manager, run_id, user_id):
    runner = Runner(manager)
    runner.start(run_id, user_id)
    await runner.drain()
