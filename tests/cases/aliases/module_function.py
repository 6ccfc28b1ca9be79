"""A function under another name, local and of the module."""


async def _push_to_user(ws, to, body):
    await ws.send_to_user(to, body)


notify = _push_to_user


async def main(manager, run_id, user_id):
    tell = notify
    await tell(manager, user_id, {"n": 1})
    await notify(manager, run_id, {"n": 2})
    await tell(manager, run_id, {"n": 3})
