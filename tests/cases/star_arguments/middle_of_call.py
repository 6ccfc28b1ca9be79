"""Tuples spread in the middle of a call."""


async def send(ws, kind, to, about, *rest):
    await ws.send_to_user(to, {"kind": kind, "about": about, "rest": rest})


async def main(manager, run_id, user_id):
    good = ("started", user_id)
    bad = (run_id, user_id)
    await send(manager, *good, run_id)
    await send(manager, "started", *bad)
    await send(*(manager, "x"), *(user_id, run_id))
    await send(manager, *["x"], *[run_id, user_id], 1, 2)
