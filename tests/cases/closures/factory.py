"""A factory of senders."""


def make_sender(hub, address):
    async def send(text):
        await hub.send_to_user(address, {"text": text})

    return send


async def main(manager, run_id, user_id):
    tell_user = make_sender(manager, user_id)
    tell_run = make_sender(manager, run_id)
    await tell_user("one")
    await tell_run("two")
