"""Batches by index, with an update in each of them."""


class SyntheticBatches:
    def __init__(self, hub, size):
        self.hub = hub
        self.size = size

    async def run(self, items, owner, job):
        for start in range(0, len(items), self.size):
            batch = items[start : start + self.size]
            await self.hub.send_to_user(owner, {"done": start, "batch": batch})
            if start + self.size >= len(items):
                await self.hub.send_message(job, {"done": len(items)})


async def main(manager, run_id, user_id):
    await SyntheticBatches(manager, 2).run([1, 2, 3], user_id, run_id)
