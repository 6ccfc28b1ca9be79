"""A registry of dataclasses by run."""

from dataclasses import dataclass, field


@dataclass
class Tracked:
    run_id: str
    owner: str
    steps: list = field(default_factory=list)


class Tracker:
    def __init__(self, ws):
        self.ws = ws
        self._runs: dict[str, Tracked] = {}

    def start(self, run_id, owner):
        self._runs[run_id] = Tracked(run_id=run_id, owner=owner)

    async def step(self, run_id, name):
        tracked = self._runs.get(run_id)
        if tracked is None:
            return
        tracked.steps.append(name)
        await self.ws.send_to_user(tracked.owner, {"run_id": tracked.run_id, "step": name})

    async def close_all(self):
        for tracked in list(self._runs.values()):
            await self.ws.send_to_user(tracked.run_id, {"closed": tracked.steps})


async def main(manager, run_id, user_id):
    tracker = Tracker(manager)
    tracker.start(run_id, user_id)
    await tracker.step(run_id, "search")
    await tracker.close_all()
