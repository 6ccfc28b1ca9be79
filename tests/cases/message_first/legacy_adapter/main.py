"""An adapter in front of an older interface with its arguments the other way round"""

from __future__ import annotations

from adapter import NotifierAdapter
from old_api import OldNotifier


class MigratedAgent:
    def __init__(self, notifier: NotifierAdapter) -> None:
        self.notifier = notifier

    async def run(self, run_id: str, user_id: str, thread_id: str) -> None:
        await self.notifier.to_user(user_id, run=run_id, text="new way")
        await self.notifier.to_thread(thread_id, run=run_id)
        await self.notifier.to_user(run_id, text="wrong")


class OldAgent:
    def __init__(self, notifier: OldNotifier) -> None:
        self.notifier = notifier

    async def run(self, run_id: str, user_id: str) -> None:
        await self.notifier.send({"run": run_id}, user_id)
        await self.notifier.send({"user": user_id}, run_id)
        await self.notifier.broadcast({"run": run_id}, [user_id, "team"])


async def main(manager, run_id, user_id, thread_id):
    old = OldNotifier(manager)
    await MigratedAgent(NotifierAdapter(old)).run(run_id, user_id, thread_id)
    await OldAgent(old).run(run_id, user_id)
