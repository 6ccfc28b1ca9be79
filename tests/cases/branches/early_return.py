"""An early return leaves only clean values behind."""


async def deliver(ws, recipient, text):
    await ws.send_to_user(recipient, {"text": text})


async def main(manager, run_id, user_id):
    recipient = run_id
    if user_id is None:
        return await deliver(manager, recipient, "no user")
    recipient = user_id
    await deliver(manager, recipient, "user")
