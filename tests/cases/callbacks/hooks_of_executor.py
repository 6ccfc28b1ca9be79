"""An executor calls its hooks with what it knows."""


class Executor:
    def __init__(self):
        self.hooks = {"started": [], "finished": []}

    def on(self, name, hook):
        self.hooks[name].append(hook)

    async def _run_hooks(self, name, **details):
        for hook in self.hooks[name]:
            await hook(**details)

    async def run(self, run_id, user_id):
        await self._run_hooks("started", target=user_id, reference=run_id)
        await self._run_hooks("finished", target=run_id, reference=user_id)


async def main(manager, run_id, user_id):
    async def started(target, reference):
        await manager.send_to_user(target, {"reference": reference})

    async def finished(target, reference):
        await manager.send_to_user(target, {"reference": reference})

    executor = Executor()
    executor.on("started", started)
    executor.on("finished", finished)
    await executor.run(run_id, user_id)
