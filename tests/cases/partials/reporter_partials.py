"""Reporters are partially applied senders, handed to code that only knows how to report."""

import asyncio
from functools import partial, partialmethod
from operator import attrgetter, itemgetter


async def report(ws, recipient, stage, *, run_id=None, **details):
    await ws.send_to_user(recipient, {"stage": stage, "run": run_id, **details})


class Pipeline:
    stages = ("load", "clean", "train")

    def __init__(self, on_stage, on_done=None):
        self.on_stage = on_stage
        self.on_done = on_done

    async def run(self, run_id):
        for stage in self.stages:
            await self.on_stage(stage, run_id=run_id)
        if self.on_done:
            await self.on_done(run_id)


class Reporter:
    def __init__(self, ws, user_id, thread_id):
        self.ws = ws
        self.user_id = user_id
        self.thread_id = thread_id

    async def _send(self, to, stage, **details):
        address = attrgetter(to)(self)
        if to == "thread_id":
            await self.ws.send_to_thread(address, {"stage": stage, **details})
        else:
            await self.ws.send_to_user(address, {"stage": stage, **details})

    to_user = partialmethod(_send, "user_id")
    to_thread = partialmethod(_send, "thread_id")


async def main(manager, run_id, user_id, thread_id):
    to_owner = partial(report, manager, user_id)
    await Pipeline(to_owner).run(run_id)
    await Pipeline(partial(to_owner, silent=True)).run(run_id)
    done = partial(report, manager, stage="done")
    await Pipeline(to_owner, on_done=done).run(run_id)
    reporter = Reporter(manager, user_id, thread_id)
    await Pipeline(reporter.to_user).run(run_id)
    await Pipeline(reporter.to_thread).run(run_id)
    first = itemgetter("user_id")
    ids = {"run_id": run_id, "user_id": user_id}
    await manager.send_to_user(first(ids), {"n": 1})
    late = [partial(manager.send_to_user, ids[name]) for name in ids]
    await asyncio.gather(*(send({"n": 2}) for send in late[1:]))
    await late[0]({"n": 3})
