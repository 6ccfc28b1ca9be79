"""Targets have priorities; the best one is taken with `min`, `max` and sorting."""

PRIORITY = {"user": 0, "thread": 1, "run": 2}


def kind(value):
    return (
        "run" if value.startswith("run_") else "thread" if value.startswith("thread_") else "user"
    )


def best(candidates):
    present = [value for value in candidates if value]
    return min(present, key=lambda value: PRIORITY[kind(value)])


def user_or(value, default):
    return value if kind(value) == "user" else default


async def main(manager, run_id, user_id, flag):
    await manager.send_to_user(user_or(run_id, "user_x"), {"n": 1})
    await manager.send_to_user(user_or(user_id or run_id, "user_x"), {"n": 2})
    await manager.send_to_user(user_or(run_id, run_id), {"n": 3})
    chosen = best([run_id, user_id])
    await manager.send_to_user(chosen, {"n": 4})
    target = user_id if kind(run_id) == "run" else run_id
    await manager.send_to_user(target, {"n": 5})
    pair = (user_id, run_id) if flag else (user_id, "x")
    await manager.send_to_user(pair[0], {"n": 6})
    await manager.send_to_user(pair[1], {"n": 7})
    send = {True: user_id, False: run_id}[user_id is not None]
    await manager.send_to_user(send, {"n": 8})
    await manager.send_to_user([run_id, user_id][True], {"n": 9})
