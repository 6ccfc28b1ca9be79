"""An argument taken out of `kwargs`, and put back changed."""


async def deliver(ws, to, **meta):
    await ws.send_to_user(to, meta)


async def normalised(ws, **kwargs):
    target = kwargs.pop("to")
    if target.startswith("run_"):
        target = "operator"
    await deliver(ws, target, **kwargs)


async def forgetful(ws, **kwargs):
    kwargs["to"] = kwargs.pop("ref")
    await deliver(ws, **kwargs)


async def main(manager, run_id, user_id):
    await normalised(manager, to=user_id or run_id, ref=run_id)
    await forgetful(manager, to="lobby", ref=user_id)
    await forgetful(manager, to="lobby", ref=run_id)
