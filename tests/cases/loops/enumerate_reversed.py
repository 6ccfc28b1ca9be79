"""`enumerate`, `reversed` and `sorted` around a list of pairs."""


async def main(manager, run_id, user_id):
    pairs = [(user_id or "nobody", run_id), ("lobby", run_id)]
    for index, (who, job) in enumerate(pairs):
        await manager.send_to_user(who, {"i": index, "job": job})
    for index, pair in enumerate(reversed(pairs), start=1):
        await manager.send_to_user(pair[1], {"i": index})
    for who, _job in sorted(pairs):
        await manager.send_to_user(who, {})
