"""A wrapper that refuses run ids."""


async def safe_push(ws, recipient, body):
    if not recipient or recipient.startswith("run_"):
        return False
    await ws.send_to_user(recipient, body)
    return True


async def main(manager, run_id, user_id):
    await safe_push(manager, user_id, {"n": 1})
    await safe_push(manager, run_id, {"n": 2})
