"""Read out of `**kwargs`."""


async def update(hub, status, **options):
    recipient = options.get("channel") or options["owner"]
    await hub.send_to_user(recipient, {"status": status})


async def main(manager, run_id, user_id):
    await update(manager, "ok", owner=user_id, reference=run_id)
    await update(manager, "bad", owner=user_id, channel=run_id)
