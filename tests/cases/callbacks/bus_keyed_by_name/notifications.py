from events import on


@on("agent.started")
async def announce_start(ws, owner, job):
    await ws.send_to_user(owner, {"status": "started", "job": job})


@on("agent.failed")
async def announce_failure(ws, owner, job):
    await ws.send_to_user(owner or job, {"status": "failed"})


@on("agent.failed")
async def log_failure(ws, owner, job):
    print("failed", bool(job))
