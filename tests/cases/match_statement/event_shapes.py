"""Events as dictionaries, with the recipient in different places."""


async def handle(ws, event):
    match event:
        case {"type": "started", "payload": {"owner": who}}:
            await ws.send_to_user(who, {"n": 1})
        case {"type": "tool", "payload": {"job": who}}:
            await ws.send_to_user(who, {"n": 2})
        case {"type": kind, **rest}:
            await ws.send_to_user(rest["owner"], {"kind": kind})


async def main(manager, run_id, user_id):
    await handle(manager, {"type": "started", "payload": {"owner": user_id, "job": run_id}})
    await handle(manager, {"type": "tool", "payload": {"owner": user_id, "job": run_id}})
    await handle(manager, {"type": "done", "owner": user_id, "job": run_id})
