"""A decorator refuses run ids before the function is called."""

import functools


def recipient_only(function):
    @functools.wraps(function)
    async def wrapper(ws, who, *args):
        if not who or who.startswith("run_"):
            return None
        return await function(ws, who, *args)

    return wrapper


@recipient_only
async def guarded(ws, who, body):
    await ws.send_to_user(who, body)


async def unguarded(ws, who, body):
    await ws.send_to_user(who, body)


async def main(manager, run_id, user_id):
    await guarded(manager, user_id or run_id, {"n": 1})
    await guarded(manager, run_id, {"n": 2})
    await unguarded(manager, run_id, {"n": 3})
