"""A parameter is normalised at the top of the function, in three ways."""


async def first(ws, who, body):
    who = who if who and not who.startswith("run_") else "operator"
    await ws.send_to_user(who, body)


async def second(ws, who, body):
    who = str(who or "operator").strip()
    await ws.send_to_user(who, body)


async def third(ws, who, body):
    who = body.pop("owner", None) or "operator"
    await ws.send_to_user(who, body)


async def main(manager, run_id, user_id):
    await first(manager, run_id, {"n": 1})
    await second(manager, user_id, {"n": 2})
    await second(manager, run_id, {"n": 3})
    await third(manager, run_id, {"owner": user_id})
