"""A cell that two closures share: one writes, one sends."""


def make_channel(hub):
    address = "operator"

    def aim(value):
        nonlocal address
        address = value

    async def send(body):
        await hub.send_to_user(address, body)

    return aim, send


async def main(manager, run_id, user_id):
    aim, send = make_channel(manager)
    aim(user_id)
    await send({"n": 1, "run": run_id})
    aim, send = make_channel(manager)
    aim(run_id)
    await send({"n": 2})
