"""Entities in repositories behind a unit of work; each has an `id` of its own kind"""

from __future__ import annotations

from entities import Run, Thread, User
from repo import UnitOfWork


class RunService:
    def __init__(self, uow: UnitOfWork, ws) -> None:
        self.uow = uow
        self.ws = ws

    async def start(self, run_id: str, thread_id: str, user_id: str) -> Run:
        async with self.uow as uow:
            user = uow.users.add(User(user_id, "ada@example.org"))
            thread = uow.threads.add(Thread(thread_id, user, title="Costs"))
            run = uow.runs.add(Run(run_id, thread))
            await uow.commit()
        await self.ws.send_to_user(run.owner.id, {"started": run.id})
        await self.ws.send_to_thread(run.thread.id, {"started": run.id})
        return run

    async def complete(self, run_id: str) -> None:
        async with self.uow as uow:
            run = uow.runs.get(run_id)
            if run is None:
                return
            run.complete()
            await uow.commit()
        await self.ws.send_to_user(run.id, {"completed": True})

    async def nag(self) -> None:
        for run in self.uow.runs.open_runs():
            await self.ws.send_to_user(run.thread.owner.id, {"open": run.id})
            await self.ws.send_to_thread(run.id, {"open": True})

    async def mail(self, email: str) -> None:
        user = self.uow.users.by_email(email)
        if user is not None:
            await self.ws.send_to_user(user.id, {"mail": user.email})


async def main(manager, run_id, thread_id, user_id):
    uow = UnitOfWork()
    service = RunService(uow, manager)
    await service.start(run_id, thread_id, user_id)
    await service.nag()
    await service.complete(run_id)
    await service.mail("ada@example.org")
    for thread in uow.threads:
        await manager.send_to_thread(thread.id, {"title": thread.title})
