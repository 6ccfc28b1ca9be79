"""A generator that makes batches of what it is given."""


def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def main(manager, run_id, user_id):
    for batch in batches([user_id, "lobby", "desk"], 2):
        for who in batch:
            await manager.send_to_user(who, {"run": run_id})
    for batch in batches(["lobby", run_id], 2):
        await manager.send_to_user(batch[-1], {"n": 2})
