"""A mutable default collects over calls."""


def collect(item, into=[]):  # noqa: B006
    into.append(item)
    return into


async def main(manager, run_id, user_id):
    collect(run_id)
    for recipient in collect(run_id):
        await manager.send_to_user(recipient, {"n": 1})
