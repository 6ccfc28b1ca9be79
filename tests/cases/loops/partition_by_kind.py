"""Ids are sorted into buckets after a look at them; each bucket is sent to its way."""

from collections import defaultdict


def partition(ids):
    users, threads, runs = [], [], []
    for one in ids:
        if one.startswith("run_"):
            runs.append(one)
        elif one.startswith("thread_"):
            threads.append(one)
        else:
            users.append(one)
    return users, threads, runs


def by_kind(ids):
    buckets = defaultdict(list)
    for one in ids:
        kind = "run" if one.startswith("run_") else "user"
        buckets[kind].append(one)
    return buckets


async def main(manager, run_id, thread_id, user_key):
    ids = [one for one in (run_id, thread_id, user_key) if one]
    users, threads, runs = partition(ids)
    for user in users:
        await manager.send_to_user(user, {"runs": runs})
    for thread in threads:
        await manager.send_to_thread(thread, {"runs": runs})
    for user in by_kind([run_id, user_key])["user"]:
        await manager.send_to_user(user, {"n": 3})
    for user in by_kind([run_id, user_key])["run"]:
        await manager.send_to_user(user, {"n": 4})
    kept = []
    for one in (run_id, user_key):
        if one.startswith("run_"):
            continue
        kept.append(one)
    for one in kept:
        await manager.send_to_user(one, {"n": 5})
    seen = set()
    for one in (run_id, user_key):
        if one not in seen:
            seen.add(one)
            await manager.send_to_user(one, {"n": 6})
