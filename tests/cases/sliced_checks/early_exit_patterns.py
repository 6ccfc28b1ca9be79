"""A pattern ends the function early, in three ways."""

import re


async def returns(ws, x):
    if re.match(r"^run_", x):
        return
    await ws.send_to_user(x, {"n": 1})


async def raises(ws, x):
    if re.fullmatch(r"run_.*", x) is not None:
        raise ValueError(x)
    await ws.send_to_user(x, {"n": 2})


async def continues(ws, xs):
    for x in xs:
        if re.match("run_", x) is None:
            await ws.send_to_user(x, {"n": 3})
            continue
        await ws.send_to_user(x, {"n": 4})


async def main(manager, run_id, user_id):
    for x in (user_id or "nobody", run_id):
        await returns(manager, x)
        try:
            await raises(manager, x)
        except ValueError:
            pass
    await continues(manager, [user_id or "nobody", run_id])
