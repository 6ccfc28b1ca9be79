from __future__ import annotations

from typing import Any

from profiles import GenerationProfile
from scheduler import Scheduler
from status import GenerationStatus
from tracker import ProgressTracker


class GenerationService:
    def __init__(self, manager: Any) -> None:
        self.manager = manager
        self.progress_tracker = ProgressTracker(manager)
        self.scheduler = Scheduler()

    async def generate_data(
        self,
        profile: GenerationProfile,
        run_id: str,
        stream_updates: bool,
        thread_id: str | None = None,
        user_id: str | None = None,
    ) -> int:
        status = self.progress_tracker.begin(run_id, profile.rows, user_id or run_id)
        for batch in profile.batches():
            status.advance(len(batch))
            if stream_updates:
                await self.progress_tracker.send_update(run_id, status, thread_id, user_id)
        await self.progress_tracker.send_final(run_id)
        return status.done

    async def preview(self, profile: GenerationProfile, **recipients: str | None) -> None:
        status = GenerationStatus(profile.rows, state="preview")
        await self.progress_tracker.send_update("preview", status, **recipients)

    async def schedule(
        self, profiles: list[GenerationProfile], run_id: str, user_id: str | None
    ) -> None:
        for number, profile in enumerate(profiles):
            name = f"{run_id}/{number}"

            async def task(current: GenerationProfile = profile, who: str | None = user_id) -> None:
                if current.rows > 3:
                    await self.progress_tracker.send_failure(who, "too many", fallback=run_id)
                if who is not None:
                    await self.manager.send_to_user(who, {"scheduled": current.name})

            self.scheduler.add(number, task, name)
        self.scheduler.add(-1, lambda: self._announce(run_id, len(profiles)), "announce")

    async def _announce(self, channel: str, count: int) -> None:
        await self.manager.send_message(channel, {"announced": count})

    async def finish_all(self) -> None:
        for name in await self.scheduler.run():
            run, _, number = name.partition("/")
            if number:
                await self.manager.send_to_user(run, {"number": number})
