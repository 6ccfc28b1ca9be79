"""Handlers with dependencies that start runs and tell about them"""

from __future__ import annotations

from deps import Depends, app, get_current_user, get_manager
from models import HTTPException, RunRequest, RunResponse

RUNS: dict[str, RunResponse] = {}


@app.post("/runs")
async def create_run(
    body: RunRequest, run_id: str, user_id=Depends(get_current_user), ws=Depends(get_manager)
):
    response = RunResponse(run_id=run_id, status="queued", thread_id=body.thread_id)
    RUNS[run_id] = response
    await ws.send_to_user(user_id, {"type": "queued", **response.to_dict()})
    return response


@app.get("/runs/{run_id}")
async def get_run(run_id: str, user_id=Depends(get_current_user), ws=Depends(get_manager)):
    try:
        response = RUNS[run_id]
    except KeyError:
        raise HTTPException(404, f"no run {run_id}") from None
    await ws.send_to_user(response.run_id, {"type": "viewed", "by": user_id})
    return response.to_dict()


@app.post("/runs/{run_id}/cancel")
async def cancel_run(run_id: str, ws=Depends(get_manager)):
    response = RUNS.pop(run_id)
    if response.thread_id:
        await ws.send_to_thread(response.thread_id, {"type": "cancelled", "run": run_id})
    return RunResponse(run_id, "cancelled")


async def main(manager, run_id, user_id, thread_id):
    app.state.update(manager=manager, user_id=user_id)
    await app.call("POST", "/runs", body=RunRequest("hi", thread_id), run_id=run_id)
    found = await app.call("GET", "/runs/{run_id}", run_id=run_id)
    await manager.send_to_thread(found["run_id"], {"type": "again"})
    await manager.send_to_thread(found["thread_id"], {"type": "again"})
    cancelled = await app.call("POST", "/runs/{run_id}/cancel", run_id=run_id)
    await manager.send_to_user(user_id, cancelled.to_dict())
    try:
        await app.call("GET", "/runs/{run_id}", run_id=run_id)
    except HTTPException as error:
        await manager.send_to_user(user_id, {"status": error.status_code, "detail": error.detail})
