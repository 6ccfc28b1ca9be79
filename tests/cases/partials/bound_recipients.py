"""Partials that fix the recipient or the body."""

from functools import partial


async def push(manager, recipient, body):
    await manager.send_to_user(recipient, body)


async def main(manager, run_id, user_id):
    to_owner = partial(push, manager, user_id)
    to_run = partial(push, manager, recipient=run_id)
    await to_owner({"run": run_id})
    await to_run(body={"n": 2})
    with_body = partial(push, body={"n": 3})
    await with_body(manager, run_id)
    await partial(to_owner, body={"n": 4})()
