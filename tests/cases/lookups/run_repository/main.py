"""Repositories keep runs and threads; a service looks up who owns a run before it tells them"""

from __future__ import annotations

from database import Session, UnitOfWork
from entities import Run, Thread
from service import RunService


async def main(manager, run_id, other_run_id, user_id, thread_id):
    session = Session()
    async with UnitOfWork(session) as work:
        work.runs.add(Run(id=run_id, owner_id=user_id, thread_id=thread_id, status="queued"))
        work.runs.add(Run(id=other_run_id, owner_id=None, thread_id=None, status="queued"))
        if thread_id:
            work.threads.add(Thread(id=thread_id, participants=[user_id or other_run_id]))
    service = RunService(session, manager)
    await service.complete(run_id)
    await service.remind_all()
    await service.tell_participants(thread_id)
    await service.expire(other_run_id)
