"""A default that callers replace, or not."""


async def notify(hub, text, to="operator"):
    await hub.send_to_user(to, {"text": text})


async def main(manager, run_id):
    await notify(manager, "default")
    await notify(manager, "replaced", to=run_id)
