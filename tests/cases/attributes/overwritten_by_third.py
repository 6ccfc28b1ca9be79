"""Set wrong in one function, set anew in another, read in a third."""


class Envelope:
    def __init__(self):
        self.recipient = None
        self.body = {}


def address(envelope, identifier):
    envelope.recipient = identifier
    return envelope


def clean(envelope, owner):
    envelope.recipient = owner or "operator"


async def post(ws, envelope):
    await ws.send_to_user(envelope.recipient, envelope.body)


async def main(manager, run_id, user_id):
    first = address(Envelope(), run_id)
    clean(first, user_id)
    await post(manager, first)
    second = Envelope()
    clean(second, user_id)
    address(second, run_id)
    await post(manager, second)
