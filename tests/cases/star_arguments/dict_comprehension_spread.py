"""Keyword arguments filtered and renamed by a dictionary comprehension."""


async def push(ws, to=None, ref=None):
    await ws.send_to_user(to or "operator", {"ref": ref})


async def main(manager, run_id, user_id):
    given = {"to": user_id, "ref": run_id, "extra": None}
    await push(manager, **{k: v for k, v in given.items() if k in ("to", "ref")})
    names = {"to": "ref", "ref": "to"}
    await push(manager, **{names[k]: v for k, v in given.items() if k in names})
