"""Jobs with arguments that a scheduler fires when they are due"""

from __future__ import annotations

import datetime as dt

from jobs import Scheduler


async def remind(ws, user_id, text):
    await ws.send_to_user(user_id, {"reminder": text})


async def cleanup(ws, *, owner, stale):
    for run in stale:
        await ws.send_to_user(owner, {"removed": run})


async def digest(ws, recipients, subject="digest"):
    for recipient in recipients:
        await ws.send_to_user(recipient, {"subject": subject})


async def ping_thread(ws, thread_id, run_id):
    await ws.send_to_thread(thread_id, {"ping": run_id})


async def main(manager, run_id, user_id, thread_id):
    scheduler = Scheduler()
    scheduler.add("remind", remind, manager, user_id, "stand up", every=30)
    scheduler.add("cleanup", cleanup, manager, owner=user_id, stale=[run_id])
    scheduler.add("digest", digest, manager, [user_id, "team-lead"], subject="weekly")
    scheduler.add("ping", ping_thread, manager, thread_id, run_id)
    scheduler.add("ping-wrong", ping_thread, manager, run_id, thread_id)
    fired = await scheduler.tick(dt.datetime(2026, 1, 1))
    await manager.send_to_user(user_id, {"fired": fired, "run": run_id})
    await scheduler.jobs["remind"].fire()
