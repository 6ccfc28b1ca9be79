"""Checks in nested conditions, with `else` branches that send as well."""


async def deliver(ws, x, flag):
    if x:
        if flag:
            if not x.startswith("run_"):
                await ws.send_to_user(x, {"n": 1})
            else:
                await ws.send_to_user("operator", {"about": x})
        else:
            await ws.send_to_user(x, {"n": 2})


async def main(manager, run_id, user_id, flag):
    await deliver(manager, user_id, flag)
    await deliver(manager, run_id, flag)
