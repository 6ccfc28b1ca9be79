from __future__ import annotations

from mixins import IdentityMixin, ProgressMixin


class Agent(ProgressMixin):
    def __init__(self, run_id: str, user_id: str | None, thread_id: str | None) -> None:
        self.run_id = run_id
        self.user_id = user_id
        self.thread_id = thread_id

    async def perform(self) -> None:
        await self.progress(0)
        await self.work()
        await self.progress(100)

    async def work(self) -> None:
        raise NotImplementedError


class AnalysisAgent(Agent, IdentityMixin):
    @property
    def identity(self) -> str:
        return self.user_id or "anonymous"

    async def work(self) -> None:
        await self.introduce(run=self.run_id)


class LegacyAgent(Agent, IdentityMixin):
    @property
    def identity(self) -> str:
        return self.run_id

    async def work(self) -> None:
        await self.introduce(user=self.user_id)
        await self._notifier.notify_thread(self.identity, {"legacy": True})


class SilentAgent(Agent):
    async def progress(self, percent: int) -> None:
        return

    async def work(self) -> None:
        owner = self.thread_id
        if owner:
            await self._notifier.notify(owner, {"silent": True})
        owner = self.user_id
        if owner:
            await self._notifier.notify(owner, {"silent": True})
