"""A module's function is replaced by another at run time."""

import resolving


def by_owner(job, owner):
    return owner or "operator"


async def send(ws, job, owner):
    await ws.send_to_user(resolving.strict(job, owner), {"n": 1})
    await ws.send_to_user(resolving.lenient(job, owner), {"n": 2})


async def main(manager, run_id, user_id):
    await send(manager, run_id, user_id)
    original = resolving.strict
    resolving.strict = by_owner
    await send(manager, run_id, user_id)
    resolving.strict = original
