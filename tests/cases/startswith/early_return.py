"""An early return."""


async def push(ws, run_id, user_id):
    recipient = user_id or run_id
    if recipient.startswith("run_"):
        return None
    return await ws.send_to_user(recipient, {"run": run_id})


async def main(manager, run_id, user_id):
    await push(manager, run_id, user_id)
