"""The generator itself sends, between its yields."""


class Pipeline:
    def __init__(self, hub):
        self.hub = hub

    async def run(self, who, stages):
        for stage in stages:
            await self.hub.send_to_user(who, {"stage": stage})
            yield stage


async def main(manager, run_id, user_id):
    seen = [stage async for stage in Pipeline(manager).run(user_id, ["a", "b"])]
    async for stage in Pipeline(manager).run(run_id, seen):
        seen = [stage]
