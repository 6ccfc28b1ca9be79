"""Observers of a run's status; each tells somebody else"""

from __future__ import annotations

from subject import RunSubject


class OwnerObserver:
    def __init__(self, ws) -> None:
        self.ws = ws

    async def update(self, subject: RunSubject, change: str) -> None:
        if subject.owner_id:
            await self.ws.send_to_user(subject.owner_id, {"run": subject.run_id, "change": change})


class TraceObserver:
    def __init__(self, ws) -> None:
        self.ws = ws

    async def update(self, subject: RunSubject, change: str) -> None:
        await self.ws.send_to_user(subject.run_id, {"change": change})


class ThreadObserver:
    def __init__(self, ws, thread_id) -> None:
        self.ws = ws
        self.thread_id = thread_id

    async def update(self, subject: RunSubject, change: str) -> None:
        target = self.thread_id or subject.owner_id
        await self.ws.send_to_thread(target, {"change": change, "status": subject.status})


async def main(manager, run_id, user_id, thread_id):
    subject = RunSubject(run_id, user_id)
    observers = [OwnerObserver(manager), TraceObserver(manager), ThreadObserver(manager, thread_id)]
    for observer in observers:
        subject.attach(observer)
    await subject.set_status("running")
    await subject.set_status("done")
    await manager.send_to_user(subject.owner_id, {"status": subject.status})
