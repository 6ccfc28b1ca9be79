"""Positional-only parameters beside keywords of the same name."""


async def push(ws, to, /, **extra):
    await ws.send_to_user(to, extra)


async def push_extra(ws, to, /, **extra):
    await ws.send_to_user(extra["to"], {"first": to})


async def main(manager, run_id, user_id):
    await push(manager, user_id, to=run_id)
    await push_extra(manager, run_id, to=user_id)
    await push_extra(manager, user_id, to=run_id)
