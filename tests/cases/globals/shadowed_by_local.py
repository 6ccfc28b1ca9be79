"""A local of the same name hides the global."""

target = "run_2f6c1c1e-0000-4000-8000-000000000001"


async def local(ws, user_id):
    target = user_id
    await ws.send_to_user(target, {"n": 1})


async def parameter(ws, target):
    await ws.send_to_user(target, {"n": 2})


async def global_one(ws):
    await ws.send_to_user(target, {"n": 3})


async def main(manager, user_id):
    await local(manager, user_id)
    await parameter(manager, user_id)
    await global_one(manager)
