"""A partial of a partial."""

from functools import partial


async def push(ws, kind, to, body):
    await ws.send_to_user(to, {"kind": kind, **body})


async def main(manager, run_id, user_id):
    typed = partial(partial(push, manager), "update")
    await typed(user_id, {"run": run_id})
    await typed(run_id, {"n": 2})
    by_keyword = partial(typed, body={"n": 3})
    await by_keyword(to=user_id)
    await by_keyword(to=run_id)
