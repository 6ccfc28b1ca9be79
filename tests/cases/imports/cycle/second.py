import first


async def proceed(ws, run_id, user_id):
    await ws.send_to_user(user_id, {"label": first.LABEL})
    await ws.send_to_user(first.address(run_id, user_id), {"label": first.LABEL})
