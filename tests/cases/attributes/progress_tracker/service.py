from tracker import ProgressTracker


class GenerationService:
    def __init__(self, ws):
        self.tracker = ProgressTracker(ws)

    async def generate(self, execution, profile, thread=None, owner=None):
        self.tracker.begin(execution, thread, owner)
        for row in range(profile["rows"]):
            await self.tracker.advance(row)

    async def generate_quietly(self, execution, profile):
        self.tracker.begin(execution)
        await self.tracker.advance(profile["rows"])
