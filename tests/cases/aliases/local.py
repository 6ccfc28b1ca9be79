"""A bound method under another name."""


async def main(manager, run_id, user_id):
    send = manager.send_to_user
    await send(user_id, {"run": run_id})
    await send(run_id, {"user": user_id})
