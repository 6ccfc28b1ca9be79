"""Captures of a mapping pattern."""


async def main(manager, run_id, user_id):
    event = {"type": "done", "owner": user_id, "job": run_id}
    match event:
        case {"type": "done", "owner": owner, "job": job}:
            await manager.send_to_user(owner, {"job": job})
            await manager.send_to_user(job, {"owner": owner})
