"""A wrapper that takes several recipients."""


async def multicast(ws, dests, body):
    for dest in dests:
        await ws.send_to_user(dest, body)


async def multicast_args(ws, body, *dests):
    await multicast(ws, dests, body)


async def main(manager, run_id, user_id):
    await multicast(manager, [user_id, "lobby"], {"run": run_id})
    await multicast(manager, ["lobby", run_id], {"n": 2})
    await multicast_args(manager, {"run": run_id}, user_id, "desk")
    await multicast_args(manager, {"n": 4}, "desk", run_id)
