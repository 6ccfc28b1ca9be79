"""Progress of a generator, with callbacks; ids get lost in one call"""

from __future__ import annotations

from tracker import ProgressTracker


class SyntheticDataGenerator:
    def __init__(self, tracker: ProgressTracker) -> None:
        self.tracker = tracker

    async def generate(self, run_id, records, thread_id=None, user_id=None):
        self.tracker.begin(run_id, records)
        produced = []
        for number in range(records):
            produced.append({"id": number})
            await self.tracker.advance(run_id, thread_id, user_id)
        return produced

    async def generate_quietly(self, run_id, records):
        self.tracker.begin(run_id, records)
        for _ in range(records):
            await self.tracker.advance(run_id)


async def main(manager, run_id, thread_id, user_id):
    tracker = ProgressTracker(manager)
    generator = SyntheticDataGenerator(tracker)
    produced = await generator.generate(run_id, 2, thread_id=thread_id, user_id=user_id or "guest")
    await manager.send_to_user(user_id, {"produced": len(produced)})

    async def to_owner(run, fraction):
        await manager.send_to_user(user_id, {"run": run, "fraction": fraction})

    async def to_run(run, fraction):
        await manager.send_to_user(run, {"fraction": fraction})

    tracker.begin(run_id, 1, to_owner)
    await tracker.advance(run_id, thread_id="thread_1")
    tracker.begin(run_id, 1, callback=to_run)
    await tracker.advance(run_id, thread_id="thread_1")
    await generator.generate_quietly(run_id, 1)
