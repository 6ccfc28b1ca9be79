"""Hooks are kept by stage in a dictionary, as methods, lambdas and partials."""

from functools import partial


class Lifecycle:
    STAGES = ("start", "step", "end")

    def __init__(self):
        self.hooks = {stage: [] for stage in self.STAGES}

    def add(self, stage, hook):
        self.hooks[stage].append(hook)

    async def fire(self, stage, **context):
        for hook in self.hooks[stage]:
            await hook(**context)


class Console:
    def __init__(self, ws):
        self.ws = ws

    async def started(self, job, owner):
        await self.ws.send_to_user(owner, {"started": job})

    async def ended(self, job, owner):
        await self.ws.send_to_user(job, {"ended": owner})


async def stepped(ws, template, *, job, owner):
    await ws.send_to_user(template.format(job=job, owner=owner), {"step": 1})


async def main(manager, run_id, user_id):
    console = Console(manager)
    lifecycle = Lifecycle()
    lifecycle.add("start", console.started)
    lifecycle.add("step", partial(stepped, manager, "{owner}"))
    lifecycle.add("step", lambda job, owner: manager.send_to_user(owner, {"step": 2}))
    lifecycle.add("step", lambda job, owner: manager.send_to_user(job, {"step": 3}))
    lifecycle.add("end", console.ended)
    await lifecycle.fire("start", job=run_id, owner=user_id)
    await lifecycle.fire("step", job=run_id, owner=user_id)
    await lifecycle.fire("end", job=run_id, owner=user_id)
