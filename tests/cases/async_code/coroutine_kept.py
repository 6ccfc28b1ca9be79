"""A coroutine made first and awaited later."""


async def notify(hub, to):
    await hub.send_to_user(to, {"n": 1})


async def main(manager, run_id, user_id):
    first = notify(manager, user_id)
    second = notify(manager, run_id)
    await first
    await second
