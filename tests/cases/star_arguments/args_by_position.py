"""Positions survive a trip through `*args`."""


async def relay(hub, *args):
    await hub.send_to_user(*args)


async def second(hub, *args):
    await hub.send_to_user(args[1], {"first": args[0]})


async def main(manager, run_id, user_id):
    await relay(manager, user_id, {"run_id": run_id})
    await relay(manager, run_id, {"user_id": user_id})
    await second(manager, run_id, user_id)
    await second(manager, user_id, run_id)
