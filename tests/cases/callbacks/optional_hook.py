"""An optional hook is called when it is there."""


async def run_pipeline(steps, job, on_step=None, on_done=None):
    for step in steps:
        if on_step is not None:
            await on_step(step, job)
    if on_done:
        await on_done(job)


async def main(manager, run_id, user_id):
    async def owner_hook(step, job):
        await manager.send_to_user(user_id, {"step": step, "job": job})

    async def job_hook(job):
        await manager.send_to_user(job, {"done": True})

    await run_pipeline(["plan"], run_id, on_step=owner_hook)
    await run_pipeline(["plan"], run_id, None, job_hook)
    await run_pipeline([], run_id)
