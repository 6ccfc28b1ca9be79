"""The first of several candidates that is a recipient."""


def first_recipient(*candidates):
    for candidate in candidates:
        if candidate and not candidate.startswith("run_"):
            return candidate
    return None


def first_any(*candidates):
    return next((c for c in candidates if c), None)


def next_recipient(*candidates):
    return next((c for c in candidates if c and not c.startswith("run_")), None)


async def main(manager, run_id, user_id, thread_id):
    who = first_recipient(run_id, user_id)
    if who:
        await manager.send_to_user(who, {"n": 1})
    await manager.send_to_user(first_any(user_id, run_id), {"n": 2})
    other = next_recipient(run_id, user_id)
    if other:
        await manager.send_to_user(other, {"n": 3})
    valid = [c for c in (run_id, user_id) if c and not c.startswith("run_")]
    if valid:
        await manager.send_to_user(valid[0], {"n": 4})
