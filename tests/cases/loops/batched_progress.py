"""Progress is sent in batches, the last one with another recipient."""


async def main(manager, run_id, user_id):
    queue = [("step", user_id), ("step", user_id), ("end", run_id)]
    while queue:
        kind, target = queue.pop(0)
        if kind == "end":
            await manager.send_to_user(target, {"kind": kind})
            break
    pending = [user_id]
    for _ in range(2):
        await manager.send_to_user(pending[-1], {"n": 2})
        pending.append(user_id)
    pending.append(run_id)
    await manager.send_to_user(pending[-1], {"n": 3})
