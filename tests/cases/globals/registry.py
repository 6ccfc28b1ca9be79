"""A module-level dictionary as a registry."""

ACTIVE = {}


def remember(name, value):
    ACTIVE[name] = value


async def broadcast(hub):
    for name, recipient in ACTIVE.items():
        await hub.send_to_user(recipient, {"name": name})


async def main(manager, run_id):
    remember("agent", run_id)
    await broadcast(manager)
