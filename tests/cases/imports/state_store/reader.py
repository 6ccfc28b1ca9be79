import store as states


async def report(ws, key):
    if (state := states.load(key)) is not None:
        await ws.send_to_user(state.owner, {"n": 1})


async def report_job(ws, key):
    state = states.load(key)
    if not state:
        return
    await ws.send_to_user(state.key, {"n": 2})
