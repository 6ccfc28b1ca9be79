"""First, last and the rest of a record."""


async def main(manager, run_id, user_id):
    record = (user_id, "processing", 0.5, run_id)
    owner, *details, job = record
    await manager.send_to_user(owner, {"details": details})
    await manager.send_to_user(job, {"details": details})
    *head, tail = record
    await manager.send_to_user(head[0], {"n": 3})
    await manager.send_to_user(tail, {"n": 4})
