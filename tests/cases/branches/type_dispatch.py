"""`isinstance` decides which of two shapes carries the id."""


async def dispatch(ws, item):
    if isinstance(item, dict):
        await ws.send_to_user(item["owner"], {"n": 1})
    elif isinstance(item, tuple):
        await ws.send_to_user(item[1], {"n": 2})
    else:
        await ws.send_to_user(item, {"n": 3})


async def main(manager, run_id, user_id):
    await dispatch(manager, {"owner": user_id, "run": run_id})
    await dispatch(manager, (user_id, run_id))
    await dispatch(manager, "lobby")
