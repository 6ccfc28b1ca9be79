"""Defaults taken from a class attribute, when the class was made."""


class Sender:
    fallback = "operator"

    async def send(self, hub, to=fallback, body=None):
        await hub.send_to_user(to, body or {})


async def main(manager, run_id, user_id):
    sender = Sender()
    Sender.fallback = run_id
    await sender.send(manager)
    await sender.send(manager, user_id)
    await sender.send(manager, to=Sender.fallback)
