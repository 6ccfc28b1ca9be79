"""A backlog is worked off until a sentinel comes, with what was last seen kept."""

from collections import deque

STOP = object()


def next_job(backlog):
    return backlog.popleft() if backlog else None


async def main(manager, run_id, user_id, thread_id):
    backlog = deque()
    backlog.append({"id": run_id, "reply_to": user_id})
    backlog.append({"id": run_id, "reply_to": thread_id})
    last = None
    while (job := next_job(backlog)) is not None:
        if job["reply_to"] == user_id:
            await manager.send_to_user(user_id, {"id": job["id"]})
        last = job
    await manager.send_to_user(last["id"], {"n": 1})
    await manager.send_to_thread(last["reply_to"] if last["reply_to"] == thread_id else None, {})
    names = iter(["user_a", "user_b", STOP, run_id])
    while True:
        name = next(names)
        if name is STOP:
            break
        await manager.send_to_user(name, {"n": 2})
    target = run_id
    for candidate in ("user_x", "user_y"):
        target = candidate
    await manager.send_to_user(target, {"n": 3})
    other = run_id
    for candidate in backlog:
        other = candidate["reply_to"]
    await manager.send_to_user(other, {"n": 4})
    attempts = 0
    address = run_id
    while attempts < 3:
        address = user_id
        attempts += 1
    await manager.send_to_user(address, {"n": 5})
