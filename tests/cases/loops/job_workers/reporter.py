from __future__ import annotations

from typing import Any

from jobs import Job


class JobReporter:
    def __init__(self, manager: Any) -> None:
        self.manager = manager
        self._last: dict[str, Job] = {}
        self._counts: dict[str, int] = {}

    async def started(self, job: Job) -> None:
        self._last[job.key] = job
        user = job.user_id
        if user:
            self._counts[user] = self._counts.get(user, 0) + 1
            await self.manager.send_to_user(user, {"job": job.number, "started": True})

    async def progress(self, job: Job, percent: int) -> None:
        if thread := job.thread_id:
            await self.manager.send_to_thread(thread, {"percent": percent})
            return
        await self._to_user(job.user_id, {"percent": percent})

    async def done(self, job: Job) -> None:
        await self._to_user(job.address, {"job": job.number, "done": True})

    async def failed(self, job: Job, error: Exception) -> None:
        await self._to_user(job.owner.get("user") or None, {"error": str(error)})

    async def lost(self, job: Job) -> None:
        recipient = job.user_id
        if not recipient:
            recipient = job.key
        await self.manager.send_to_user(recipient, {"lost": job.number})

    async def close(self) -> None:
        for user, count in self._counts.items():
            await self._to_user(user, {"jobs": count})
        for key, job in self._last.items():
            await self._to_user(key, {"last": job.number})

    async def _to_user(self, user: str | None, message: dict[str, Any]) -> None:
        if user is None:
            return
        await self.manager.send_to_user(user, message)
