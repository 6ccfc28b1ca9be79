"""A capture with a guard on its prefix."""


async def route(ws, target):
    match target:
        case None | "":
            return
        case x if x.startswith("run_"):
            await ws.send_to_user("operator", {"about": x})
        case x:
            await ws.send_to_user(x, {"n": 1})


async def route_badly(ws, target):
    match target:
        case x if not x:
            return
        case x:
            await ws.send_to_user(x, {"n": 2})


async def main(manager, run_id, user_id):
    for each in (user_id, run_id):
        await route(manager, each)
    await route_badly(manager, run_id)
