"""A function that overwrites an attribute makes the object clean from then on."""


class Envelope:
    recipient = None


def clean(envelope, user_id):
    envelope.recipient = user_id


async def main(manager, run_id, user_id):
    envelope = Envelope()
    envelope.recipient = run_id
    await manager.send_to_user(envelope.recipient, {"stage": "before"})
    clean(envelope, user_id)
    await manager.send_to_user(envelope.recipient, {"stage": "after"})
