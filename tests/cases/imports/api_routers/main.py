"""Routers with dependencies start runs and answer for them; services are made for each request"""

from __future__ import annotations

from api import Application, Request
from routes import router as runs_router
from services import ManagerProvider
from threads import router as threads_router


async def main(manager, run_id, user_id, thread_id):
    ManagerProvider.install(manager)
    app = Application()
    app.include_router(runs_router, prefix="/runs")
    app.include_router(threads_router, prefix="/threads")
    request = Request(user=user_id, query={"run_id": run_id, "thread_id": thread_id})
    await app.handle("/runs/start", request)
    await app.handle("/runs/cancel", request)
    await app.handle("/runs/status", request)
    await app.handle("/threads/message", request)
    await app.handle("/threads/share", request)
    await app.handle("/runs/retry", Request(user=run_id, query={"run_id": run_id}))
