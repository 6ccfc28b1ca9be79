"""Keywords bound by a partial, and replaced by a call."""

import functools


async def post(hub, *, to, body):
    await hub.send_to_user(to, body)


async def main(manager, run_id, user_id):
    send = functools.partial(post, manager, to=run_id)
    await send(body={"n": 1})
    await send(to=user_id, body={"n": 2})
