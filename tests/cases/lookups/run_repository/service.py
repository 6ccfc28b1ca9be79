from __future__ import annotations

from typing import Any

from database import Session, UnitOfWork
from routing import owner_or_run, resolve_owner


class RunService:
    def __init__(self, session: Session, websocket_manager: Any) -> None:
        self.session = session
        self.websocket_manager = websocket_manager

    async def complete(self, run_id: str) -> None:
        async with UnitOfWork(self.session) as work:
            run = work.runs.get(run_id)
            if run is None:
                return
            run.status = "done"
            owner = work.runs.owner_of(run_id)
        if owner:
            await self.websocket_manager.send_to_user(owner, {"run": run_id, "status": run.status})
        await self.websocket_manager.send_to_user(run.id, {"status": run.status})

    async def remind_all(self) -> None:
        async with UnitOfWork(self.session) as work:
            waiting = work.runs.by_status("queued")
            finished = work.runs.by_status("done")
        for run in waiting:
            await self.websocket_manager.send_to_user(owner_or_run(run), {"status": "waiting"})
        for run in finished:
            recipient = resolve_owner(run)
            if recipient is not None:
                await self.websocket_manager.send_to_user(recipient, {"status": "finished"})

    async def tell_participants(self, thread_id: str | None) -> None:
        async with UnitOfWork(self.session) as work:
            thread = work.threads.get(thread_id)
            if thread is None:
                return
            for participant in thread.participants:
                await self.websocket_manager.send_to_user(participant, {"thread": thread.id})
            await self.websocket_manager.send_to_thread(thread.id, {"title": thread.title})

    async def expire(self, run_id: str) -> None:
        async with UnitOfWork(self.session) as work:
            run = work.runs.get(run_id)
            user_id = work.runs.owner_of(run_id)
        if user_id is None:
            user_id = run.thread_id
        if user_id is None:
            user_id = run_id
        await self.websocket_manager.send_to_user(user_id, {"expired": True})
