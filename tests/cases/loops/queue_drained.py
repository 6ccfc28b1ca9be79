"""A worklist that is popped until it is empty."""


async def main(manager, run_id, user_id):
    work = [{"to": user_id, "run": run_id}]
    while work:
        job = work.pop()
        await manager.send_to_user(job["to"], {"n": 1})
        if "child" not in job["run"] and len(job) == 2:
            work.append({"to": job["run"], "run": "child", "depth": 1})
