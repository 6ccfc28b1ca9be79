"""A callback that supplies the recipient."""


async def deliver(hub, resolve, text):
    await hub.send_to_user(resolve(), {"text": text})


async def main(manager, run_id, user_id):
    await deliver(manager, lambda: user_id, "right")
    await deliver(manager, lambda: run_id, "wrong")
