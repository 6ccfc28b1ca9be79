"""A missing key falls back in the handler."""

OWNERS = {}


def owner_of(run_id):
    try:
        return OWNERS[run_id]
    except KeyError:
        return "unknown"


def owner_or_run(run_id):
    try:
        found = OWNERS[run_id]
    except KeyError:
        found = run_id
    return found


async def main(manager, run_id, user_id, flag):
    OWNERS.clear()
    if flag:
        OWNERS[run_id] = user_id
    await manager.send_to_user(owner_of(run_id), {"n": 1})
    await manager.send_to_user(owner_or_run(run_id), {"n": 2})
