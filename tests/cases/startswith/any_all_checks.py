"""`any` and `all` over a list before it is sent to."""


async def main(manager, run_id, user_id):
    people = [user_id or "nobody", "lobby"]
    mixed = people + [run_id]
    if all(not x.startswith("run_") for x in people):
        for x in people:
            await manager.send_to_user(x, {"n": 1})
    for x in mixed:
        if x.startswith(("run_", "job_")):
            continue
        await manager.send_to_user(x, {"n": 2})
    if any(x.startswith("run_") for x in mixed):
        await manager.send_to_user(mixed[-1], {"n": 3})
