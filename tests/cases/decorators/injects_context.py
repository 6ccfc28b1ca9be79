"""A decorator puts the current context into the call."""

import functools

CURRENT = {}


def with_context(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return await function(*args, owner=CURRENT["owner"], job=CURRENT["job"], **kwargs)

    return wrapper


@with_context
async def to_owner(ws, body, owner=None, job=None):
    await ws.send_to_user(owner, {"job": job, **body})


@with_context
async def to_job(ws, body, owner=None, job=None):
    await ws.send_to_user(job, {"owner": owner, **body})


async def main(manager, run_id, user_id):
    CURRENT["owner"] = user_id
    CURRENT["job"] = run_id
    await to_owner(manager, {"n": 1})
    await to_job(manager, {"n": 2})
